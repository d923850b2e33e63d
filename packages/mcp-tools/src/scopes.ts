/**
 * What a caller may be allowed to do, as `mcp.<domain>.<action>`. Of a prepaid account the balance belongs to the account like its
 * lines do (`account`); `billing` is for the minutes that a deployment offers to administrators.
 */
export const scopes = [
  'mcp.stats.read',
  'mcp.inventory.read',
  'mcp.billing.read',
  'mcp.account.read',
  'mcp.calls.read',
  'mcp.phonebook.read',
  'mcp.phonebook.write',
  'mcp.messaging.send',
  'mcp.contactcenter.read',
] as const;
export type Scope = (typeof scopes)[number];

/** What a person may do with the account whose own credential they hold. Minutes are for administrators' deployments. */
export function ownAccountScopes(options: { minutes: boolean }): ReadonlySet<Scope> {
  return new Set(scopes.filter((scope) => options.minutes || scope !== 'mcp.billing.read'));
}
