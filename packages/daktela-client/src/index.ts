export { type Address, type AddressRules, readAddress } from './address.ts';
export { createDaktelaClient, type DaktelaClient, type LogInOptions, login, type ReadOptions } from './client.ts';
export { type Assumption, daktelaContract, type Evidence } from './contract.ts';
export { type Endpoint, endpoints, type ReferenceEndpoint } from './endpoints/endpoints.ts';
export type { Sort } from './endpoints/model.ts';
export type { DaktelaOptions, DaktelaSettings, ResolveHost } from './options.ts';
export type { PagesOptions } from './pages.ts';
export {
  and,
  type Condition,
  type FieldConditions,
  type Filter,
  field,
  type Group,
  or,
  type Scalar,
} from './query/filter.ts';
export type { ListQuery } from './query/list-query.ts';
export { readCustomFields } from './readers/custom-fields.ts';
export {
  createInstanceClock,
  type InstanceClock,
  type InstanceTime,
  type WrittenTime,
} from './readers/instance-clock.ts';
export { type Ref, readRef, readRefs } from './readers/ref.ts';
export { readFlag, readNumber, readSeconds, readText } from './readers/scalars.ts';
export type { ReferenceOptions } from './reference-lists.ts';
export type { Count, CutText, WirePage, WireRecord, WireRow } from './reply/page.ts';
export type { DaktelaCredential, DaktelaSession } from './session/credential.ts';
export { createSharing, type DaktelaSharing } from './sharing.ts';
export type { WhoAmI } from './whoim.ts';
