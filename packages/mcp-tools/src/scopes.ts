/** What a caller may be allowed to do, as `mcp.<domain>.<action>`. */
export const scopes = ['mcp.stats.read', 'mcp.inventory.read', 'mcp.billing.read'] as const;
export type Scope = (typeof scopes)[number];
