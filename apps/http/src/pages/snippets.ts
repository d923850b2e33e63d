/** Stands for the reader's token in every example. */
export const TOKEN_PLACEHOLDER = '<access_token>';

const SERVER_NAME = 'voxolib-stats';

export function claudeCodeCommand(endpoint: string, token: string = TOKEN_PLACEHOLDER): string {
  const header = inShell(`Authorization: Bearer ${token}`);
  return `claude mcp add --transport http ${SERVER_NAME} ${endpoint} --header ${header}`;
}

/** For those who sign in: the address alone. */
export function claudeCodeSignIn(endpoint: string): string {
  return `claude mcp add --transport http ${SERVER_NAME} ${endpoint}`;
}

/** The pieces of a command, so that an option such as `--header` is not broken at its hyphens where the line is wrapped. */
export function commandPieces(command: string): { text: string; option: boolean }[] {
  return command.split(/(--[\w-]+)/).map((text, index) => ({ text, option: index % 2 === 1 }));
}

export function claudeDesktopConfig(): string {
  return json({
    mcpServers: {
      [SERVER_NAME]: { command: 'npx', args: ['-y', '@voxolib/mcp'], env: { VOXOLIB_ACCESS_TOKEN: TOKEN_PLACEHOLDER } },
    },
  });
}

export function openAiTool(endpoint: string): string {
  return json({
    type: 'mcp',
    server_label: SERVER_NAME,
    server_url: endpoint,
    headers: authorization(TOKEN_PLACEHOLDER),
    require_approval: 'never',
  });
}

export function mistralAgent(endpoint: string, question: string): string {
  return `import asyncio
import os

from mistralai.client import Mistral
from mistralai.extra.mcp.streamable_http import MCPClientStreamableHTTP, StreamableHTTPServerParams
from mistralai.extra.run.context import RunContext


async def main():
    client = Mistral(api_key=os.environ["MISTRAL_API_KEY"])
    voxolib = StreamableHTTPServerParams(
        url="${endpoint}",
        headers={"Authorization": f"Bearer {os.environ['VOXOLIB_ACCESS_TOKEN']}"},
    )
    async with RunContext(model="mistral-medium-latest") as run_ctx:
        await run_ctx.register_mcp_client(mcp_client=MCPClientStreamableHTTP(voxolib))
        result = await client.beta.conversations.run_async(
            run_ctx=run_ctx,
            inputs="${question}",
        )
        print(result.output_as_text)


asyncio.run(main())`;
}

/** VS Code asks for the token once and keeps it in the system's key store: the file can be shared. */
export function vsCodeConfig(endpoint: string): string {
  const input = 'voxolib-token';
  return json({
    inputs: [{ type: 'promptString', id: input, description: 'Voxolib access token', password: true }],
    servers: { [SERVER_NAME]: { type: 'http', url: endpoint, headers: authorization(`\${input:${input}}`) } },
  });
}

/** For those who sign in. */
export function vsCodeSignIn(endpoint: string): string {
  return json({ servers: { [SERVER_NAME]: { type: 'http', url: endpoint } } });
}

export function genericSignIn(endpoint: string): string {
  return json({ mcpServers: { [SERVER_NAME]: { type: 'http', url: endpoint } } });
}

export function genericConfig(endpoint: string): string {
  return json({
    mcpServers: { [SERVER_NAME]: { type: 'http', url: endpoint, headers: authorization(TOKEN_PLACEHOLDER) } },
  });
}

function authorization(token: string) {
  return { Authorization: `Bearer ${token}` };
}

/** Indented, but a list of words stays on its line. */
function json(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/\[\s+("[^{}[\]]*")\s+\]/g, (_, words: string) => {
    return `[${words.replaceAll(/\s+/g, ' ')}]`;
  });
}

/** Double quotes work in every shell; a key with characters that are special inside them needs POSIX single quotes. */
function inShell(text: string): string {
  return /["$`\\!%]/.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}
