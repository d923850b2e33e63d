import type { Migration } from '../migrate.ts';
import { gatewayKeys } from './0001-gateway-keys.ts';
import { toolCalls } from './0002-tool-calls.ts';
import { usageCounters } from './0003-usage-counters.ts';
import { staticTokens } from './0004-static-tokens.ts';
import { oauth } from './0005-oauth.ts';
import { turns } from './0006-turns.ts';
import { changes } from './0007-changes.ts';
import { upstreamSessions } from './0008-upstream-sessions.ts';

/**
 * Every migration, in the order in which they are applied; a new one goes to the end, in a file of its own.
 *
 * A migration that was released is never changed. It only adds: the version before it still runs on the new schema, so
 * that replicas can be replaced one by one.
 *
 * Both engines read the same SQL: ids and JSON are `text`, times `bigint` (epoch milliseconds), counts `bigint` or
 * `integer`, booleans `integer` 0 or 1, bytes base64url `text`. No defaults by a function, no `now()`, no arrays.
 */
export const migrations: readonly Migration[] = [
  gatewayKeys,
  toolCalls,
  usageCounters,
  staticTokens,
  oauth,
  turns,
  changes,
  upstreamSessions,
];
