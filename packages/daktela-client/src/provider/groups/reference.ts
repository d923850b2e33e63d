import {
  type Reference,
  type ReferenceFilter,
  type ReferenceKind,
  referenceKinds,
} from '@voxolib/telephony/contact-centre';
import type { ReferenceEndpoint } from '../../endpoints/endpoints.ts';
import { readFlag, readText } from '../../readers/scalars.ts';
import { invalid } from '../../refusals.ts';
import type { WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { readRecord } from '../lists/read-page.ts';
import { fold } from '../names/fold.ts';
import { toReferenceEntry } from '../records/reference.ts';
import { keptList } from './kept-list.ts';

const endpoints = {
  queues: 'queues',
  agents: 'users',
  groups: 'groups',
  pauses: 'pauses',
  statuses: 'statuses',
  templates: 'templates',
  ticket_categories: 'ticketsCategories',
  campaign_types: 'campaignsTypes',
  crm_record_types: 'crmRecordsTypes',
} as const satisfies Readonly<Record<ReferenceKind, ReferenceEndpoint>>;

/** The small lists of Daktela, which are kept. */
export function reference(context: Context): Reference {
  return {
    async list(kind, filter, request, options = {}) {
      return keptList(context, endpointOf(kind), request, toReferenceEntry, options, matcher(filter));
    },
    async read(kind, { id }, options = {}) {
      return readRecord(context, endpointOf(kind), id, toReferenceEntry, options);
    },
  };
}

function endpointOf(kind: ReferenceKind): ReferenceEndpoint {
  if (Object.hasOwn(endpoints, kind)) return endpoints[kind];
  throw invalid('kind', `There is no such list. Use one of ${referenceKinds.join(', ')}.`);
}

function matcher({ text, type, active }: ReferenceFilter): (row: WireRow) => boolean {
  const words = text === undefined ? [] : fold(text).split(' ');
  const wantedType = type === undefined ? undefined : fold(type);
  return (row) => {
    const label = fold(`${readText(row.title) ?? ''} ${readText(row.alias) ?? ''} ${readText(row.name) ?? ''}`);
    if (!words.every((word) => label.includes(word))) return false;
    const kindOf = [row.type, row.usingtype].map((one) => fold(readText(one) ?? ''));
    if (wantedType !== undefined && !kindOf.includes(wantedType)) return false;
    return active === undefined || active === (readFlag(row.deactivated) !== true);
  };
}
