/** Web apps that call MCP servers from the user's browser, or send their own Origin from their servers. */
export const KNOWN_CLIENT_ORIGINS = ['https://claude.ai', 'https://chatgpt.com', 'https://chat.mistral.ai'] as const;

const loopbackNames = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** True for the names under which a machine reaches only itself. */
export function isLoopbackName(name: string): boolean {
  return loopbackNames.has(name);
}
