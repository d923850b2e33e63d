import type { ClientId, ClientTexts } from './texts.ts';

export const clients: Record<ClientId, ClientTexts> = {
  'claude-code': {
    name: 'Claude Code',
    steps: ['Run this line in a terminal. `claude mcp list` then shows the server as connected.'],
    limits: [
      'The server is added for the current project; with `--scope user`, for all of them.',
      'The line, token included, stays in the history of your shell.',
    ],
    example: 'Command for Claude Code',
  },
  'claude-connector': {
    name: 'Claude Desktop and claude.ai: connector',
    steps: [
      'Open **Settings → Connectors → Add custom connector** and paste the address below.',
      'Under **Request headers**, add `Authorization` with the value `Bearer <access_token>`.',
    ],
    limits: [
      'Not everyone has the **Request headers** field: Anthropic gives it to Pro, Max and Team accounts first. Where it is missing, the form knows OAuth alone, which this server does not offer: use Claude Desktop on your computer, below. Never put the token into the address.',
      'Claude connects from Anthropic’s servers, which then keep your token with the connector.',
    ],
    example: 'Address for the connector',
  },
  'claude-desktop': {
    name: 'Claude Desktop: on your computer',
    steps: [
      'Install Node.js 22 or later.',
      'Open **Settings → Developer → Edit Config**, add this to `claude_desktop_config.json`, then restart Claude Desktop.',
    ],
    limits: [
      'The program runs on your computer with the same tools and talks to the Voxolib API directly, without this server.',
      'Claude Desktop does not read the addresses of remote servers from this file.',
    ],
    example: 'Configuration for Claude Desktop',
  },
  'openai-api': {
    name: 'OpenAI API',
    steps: [
      'With the Responses API, add this to `tools`. In the Agents SDK, it is the `tool_config` of a `HostedMCPTool`.',
    ],
    limits: [
      'Give the header with every request: OpenAI does not keep it.',
      '`"require_approval": "never"` is safe here, since the tools only read.',
    ],
    example: 'Tool definition for the OpenAI API',
  },
  chatgpt: {
    name: 'ChatGPT',
    steps: [
      'Open **Settings → Apps** (formerly **Connectors**) **→ Advanced settings** and switch **Developer mode** on.',
      'Create an app with the address below. If the form offers a token or an API key, paste your token there.',
    ],
    limits: [
      'Most accounts are offered OAuth or no authentication, and no field for a header. ChatGPT then cannot reach your account through this server: use the OpenAI API or another client of this page.',
    ],
    example: 'Address for ChatGPT',
  },
  'copilot-studio': {
    name: 'Microsoft Copilot Studio',
    steps: [
      'In your agent, open **Tools → Add a tool → New tool → Model Context Protocol** and paste the address below.',
      'As authentication, choose **API key**, as a **header** named `Authorization`, with the value `Bearer <access_token>`.',
    ],
    limits: ['Everyone who uses the agent asks with your token, and so sees your account’s statistics.'],
    example: 'Address for Copilot Studio',
  },
  'le-chat': {
    name: 'Mistral Le Chat',
    steps: [
      'Open **Connectors → Add Connector → Custom MCP Connector**. It takes an administrator of the workspace.',
      'Choose a name without spaces, `voxolib` for instance, and paste the address below.',
      'As authentication, choose the HTTP Bearer token and paste your token.',
    ],
    limits: [
      'Everyone with whom the connector is shared asks with your token, and so sees your account’s statistics.',
      'If the form asks for no token, your version has no field for it: use the SDK, below.',
    ],
    example: 'Address for Le Chat',
  },
  'mistral-sdk': {
    name: 'Mistral SDK (Agents API)',
    steps: [
      'Install `mistralai[agents]`, and put your two secrets into `MISTRAL_API_KEY` and `VOXOLIB_ACCESS_TOKEN`.',
      'Where a configuration has `mcp_servers` instead, give it the transport `streamable-http`, this address and the same header.',
    ],
    limits: ['The SDK runs on your side: Mistral’s servers do not see your token.'],
    example: 'Python program for the Mistral SDK',
  },
  'vs-code': {
    name: 'VS Code',
    steps: ['Put this into `.vscode/mcp.json`. VS Code asks for the token once and keeps it out of the file.'],
    limits: [],
    example: 'Configuration for VS Code',
  },
  'other-clients': {
    name: 'Cursor and other clients',
    steps: ['Most clients read this form; in Cursor it goes into `~/.cursor/mcp.json`.'],
    limits: ['The token stands in the file: do not commit it.'],
    example: 'Configuration for Cursor and other clients',
  },
};
