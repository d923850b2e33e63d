import { type MethodEntry, method } from './method.ts';

/** The phonebook, its groups and the filters by caller. */
export const phonebookMethods: readonly MethodEntry[] = [
  method('getPhonebook', 'phonebook name group group_name', 'Entries of the phonebook', {
    digits: 'group',
    text: 'group_name',
  }),
  method('getPhonebookGroups', 'group name', 'Groups of the phonebook', { digits: 'group', text: 'name' }),
  method(
    'setPhonebook',
    'phonebook name* number* speed_dial callerid note group',
    'Write an entry; without phonebook a new one',
  ),
  method(
    'setPhonebookGroup',
    'group name* members',
    'Write a group; without group a new one. members are ids with semicolons',
  ),
  method('delPhonebook', 'phonebook*', 'Delete an entry', 'phonebook'),
  method('delPhonebookGroup', 'group*', 'Delete a group', 'group'),
  method('getCallerIDFiltering', 'filtering did', 'Filters by caller', 'filtering'),
  method(
    'setCallerIDFiltering',
    'filter callerid* did* routing* failover_unreachable failover_busy failover_noanswer note',
    'Write a filter; without filter a new one',
  ),
  method('delCallerIDFiltering', 'filtering*', 'Delete a filter', 'filtering'),
];
