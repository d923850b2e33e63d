/** What a caller may be allowed to do, as `mcp.<domain>.<action>`. */
export const scopes = ['mcp.stats.read', 'mcp.inventory.read', 'mcp.billing.read'] as const;
export type Scope = (typeof scopes)[number];

/** What a person may do with the account whose own credential they hold. Minutes are for administrators' deployments. */
export function ownAccountScopes(options: { minutes: boolean }): ReadonlySet<Scope> {
  const granted: Scope[] = ['mcp.stats.read', 'mcp.inventory.read'];
  return new Set(options.minutes ? [...granted, 'mcp.billing.read'] : granted);
}
