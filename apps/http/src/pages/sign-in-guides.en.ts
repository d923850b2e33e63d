import type { SignInGuideTexts } from './texts.ts';

const signInHere =
  'A page of this server opens: sign in with the two keys of your Voxolib account, and choose what the client may see.';

export const signIn: SignInGuideTexts = {
  intro:
    'Give your client the address alone: it sends you to sign in here, and you choose what it may see. A token in the place of `<access_token>` is for those that cannot.',
  withToken: 'With a token instead of signing in',
  clients: {
    'claude-code': {
      steps: [
        'Run this line in a terminal.',
        'In Claude Code, type `/mcp`, choose the server, then **Authenticate**.',
        signInHere,
      ],
      limits: ['The server is added for the current project; with `--scope user`, for all of them.'],
    },
    'claude-connector': {
      steps: [
        'Open **Settings → Connectors → Add custom connector** and paste the address below. Leave the other fields as they are.',
        'Choose **Connect** beside the new connector.',
        signInHere,
      ],
      limits: ['A connector that was added on claude.ai is there in Claude Desktop and on the telephone as well.'],
    },
    chatgpt: {
      steps: [
        'Open **Settings → Apps** (formerly **Connectors**) **→ Advanced settings** and switch **Developer mode** on.',
        'Create an app with the address below, and **OAuth** as authentication.',
        signInHere,
      ],
      limits: ['Which plans have developer mode is for OpenAI to say, and changes.'],
    },
    'copilot-studio': {
      steps: [
        'In your agent, open **Tools → Add a tool → New tool → Model Context Protocol** and paste the address below.',
        'As authentication, choose **OAuth 2.0 → Dynamic discovery**, then create the connection.',
        signInHere,
      ],
      limits: ['Each user of the agent signs in for themselves, if the connection is set so.'],
    },
    'le-chat': {
      steps: [
        'Open **Connectors → Add Connector → Custom MCP Connector**, choose a name without spaces, `voxolib` for instance, and paste the address below.',
        'Le Chat finds by itself that it must sign in. Choose **Connect**.',
        signInHere,
      ],
      limits: ['Adding a connector takes an administrator of the workspace.'],
    },
    'vs-code': {
      steps: [
        'Put this into `.vscode/mcp.json`, and start the server from there.',
        'VS Code asks whether it may sign in: allow it.',
        signInHere,
      ],
      limits: [],
    },
    'other-clients': {
      steps: [
        'In Cursor, this goes into `~/.cursor/mcp.json`; most clients read this form.',
        'In Cursor, open **Settings → Tools & MCP** and choose **Connect** beside the server.',
        signInHere,
      ],
      limits: [],
    },
  },
};
