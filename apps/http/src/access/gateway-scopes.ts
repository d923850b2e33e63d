import { createScopes } from '@voxolib/access';

/** Every scope that a sign-in or a static token can be given here, and what each brings along. */
export const gatewayScopes = createScopes({
  'mcp.stats.read': {},
  'mcp.inventory.read': {},
  'mcp.billing.read': {},
});

/** What a client is asked to be allowed when it asks for nothing. */
export const defaultScopes = ['mcp.stats.read', 'mcp.inventory.read'] as const;
