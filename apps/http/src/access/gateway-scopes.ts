import { createScopes } from '@voxolib/access';
import { type Vendor, vendorsIn } from '../accounts/credentials.ts';

/** Every scope that a token can be given here, and what each brings along. */
export const gatewayScopes = createScopes({
  'mcp.stats.read': {},
  'mcp.inventory.read': {},
  'mcp.billing.read': {},
  'mcp.account.read': {},
  'mcp.calls.read': {},
  'mcp.phonebook.read': {},
  'mcp.phonebook.write': { implies: ['mcp.phonebook.read'], changes: true },
  'mcp.messaging.send': { changes: true },
  'mcp.contactcenter.read': {},
});

type GatewayScope = (typeof gatewayScopes.names)[number];

/** What has a use with an account of each vendor. */
const usedWith: Record<Vendor, readonly GatewayScope[]> = {
  voxolib: ['mcp.stats.read', 'mcp.inventory.read', 'mcp.billing.read'],
  voipms: [
    'mcp.stats.read',
    'mcp.account.read',
    'mcp.calls.read',
    'mcp.phonebook.read',
    'mcp.phonebook.write',
    'mcp.messaging.send',
  ],
  daktela: ['mcp.stats.read', 'mcp.calls.read', 'mcp.contactcenter.read'],
};

/** Those of `scopes` that have a use with what somebody signed in with. */
export function usable(scopes: readonly string[], credential: string): string[] {
  const used = vendorsIn(credential).flatMap((vendor) => usedWith[vendor]);
  return scopes.filter((scope) => used.some((one) => one === scope));
}

/** What a client is asked to be allowed when it asks for nothing: to read, as far as the account goes. */
export const defaultScopes = [
  'mcp.stats.read',
  'mcp.inventory.read',
  'mcp.account.read',
  'mcp.calls.read',
  'mcp.phonebook.read',
  'mcp.contactcenter.read',
] as const;
