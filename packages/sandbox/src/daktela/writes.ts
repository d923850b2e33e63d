/** What can be done with records besides reading, by whom may write. Nobody here may. */
export const WRITES: Readonly<Record<string, readonly string[]>> = {
  ...each(
    [
      'accounts',
      'contacts',
      'crmRecords',
      'tickets',
      'ticketsCategories',
      'campaignsRecords',
      'campaignsTypes',
      'groups',
      'pauses',
      'statuses',
      'templates',
      'users',
    ],
    ['POST', 'PUT', 'DELETE'],
  ),
  ...each(
    [
      'activities',
      'activitiesWeb',
      'activitiesSms',
      'activitiesFbm',
      'activitiesIgdm',
      'activitiesWap',
      'activitiesVbr',
    ],
    ['POST', 'PUT'],
  ),
  ...each(['activitiesCall', 'activitiesEmail'], ['PUT']),
};

function each(endpoints: readonly string[], methods: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, methods]));
}
