import { Environment } from './environment.ts';

/** The command line and every variable, written from the schema that reads them. */
export function helpText(): string {
  const width = Math.max(...Object.keys(Environment.shape).map((name) => name.length)) + 2;
  const variables = Object.entries(Environment.shape).map(
    ([name, schema]) => `  ${name.padEnd(width)}${schema.description ?? ''}`,
  );
  return `voxolib-mcp-http: MCP server for telephone accounts of Voxolib, VoIP.ms and Daktela, over HTTP

  voxolib-mcp-http           serve, configured by the environment
                             [--toolsets reports,voxolib] [--read-only] show only some of the tools
  voxolib-mcp-http --try     the same, saying how to connect; on the sandbox unless VOXOLIB_API_URL is set
  voxolib-mcp-http token create [--name …] [--scope "…"] [--tier …] [--days …]
                             make a static token for the account whose access token comes on stdin
  voxolib-mcp-http token revoke <account> <id>
  voxolib-mcp-http audit verify
                             check that the record of calls is whole
  voxolib-mcp-http audit export [--format csv|jsonl] [--from 2026-03-01] [--to 2026-03-31] [--tz Europe/Paris]
                                [--user …] [--tool …] [--status …] [--client …] [--token-id …]
                             write the record of calls to stdout
  voxolib-mcp-http doctor [--url https://…]
                             say what does not work, here and at PUBLIC_URL (or another address), and what to do
  voxolib-mcp-http --help | --version

Environment:
${variables.join('\n')}
`;
}
