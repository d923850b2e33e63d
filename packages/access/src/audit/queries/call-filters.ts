import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { CallStatus } from '../tool-call-table.ts';

/** Which calls. What is left out is not asked. */
export interface CallFilters {
  /** Milliseconds since 1970: `from` included, `to` not. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly subject?: string | undefined;
  readonly tokenId?: string | undefined;
  readonly tool?: string | undefined;
  readonly status?: CallStatus | undefined;
  /** The id or the name of a client. */
  readonly client?: string | undefined;
}

export function matching({ from, to, subject, tokenId, tool, status, client }: CallFilters) {
  return (eb: ExpressionBuilder<Database, 'mcp_tool_calls'>): ExpressionWrapper<Database, 'mcp_tool_calls', SqlBool> =>
    eb.and([
      ...(from === undefined ? [] : [eb('started_at', '>=', from)]),
      ...(to === undefined ? [] : [eb('started_at', '<', to)]),
      ...(subject === undefined ? [] : [eb('subject', '=', subject)]),
      ...(tokenId === undefined ? [] : [eb('token_id', '=', tokenId)]),
      ...(tool === undefined ? [] : [eb('tool', '=', tool)]),
      ...(status === undefined ? [] : [eb('status', '=', status)]),
      ...(client === undefined ? [] : [eb.or([eb('client_id', '=', client), eb('client_name', '=', client)])]),
    ]);
}
