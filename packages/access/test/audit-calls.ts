import type { AuditKey } from '../src/audit/signatures.ts';
import type { CallEnd, CallStart } from '../src/audit/tool-call.ts';

export const keys: readonly AuditKey[] = [{ id: 'k1', secret: Buffer.alloc(32, 'a key of the tests') }];

export const read: CallStart = {
  subject: 'voxolib:1234',
  tokenId: 'tok_1',
  clientId: 'https://client.example/metadata.json',
  clientName: 'a client',
  clientVersion: '1.2.3',
  tool: 'stats',
  scope: 'mcp.stats.read',
  changes: false,
  arguments: { start_date: '2026-11-01', end_date: '2026-11-20', tz: 'Europe/Paris' },
};
export const change: CallStart = { ...read, tool: 'route', scope: 'mcp.routing.write', changes: true };
export const ok: CallEnd = { status: 'ok', rows: 20, vendorCalls: 1, bytes: 1234 };
export const failed: CallEnd = { status: 'error', errorCode: 'UNAVAILABLE', missing: ['2026-11-03'], vendorCalls: 3 };
export const denied: CallEnd = { status: 'denied', errorCode: 'FORBIDDEN' };
