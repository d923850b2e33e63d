import { Environment } from './config.ts';

/** The command line and every variable, written from the schema that reads them. */
export function helpText(): string {
  const width = Math.max(...Object.keys(Environment.shape).map((name) => name.length)) + 2;
  const variables = Object.entries(Environment.shape).map(
    ([name, schema]) => `  ${name.padEnd(width)}${schema.description ?? ''}`,
  );
  return `voxolib-mcp: MCP server for telephone accounts of Voxolib, VoIP.ms and Daktela, over stdio

  npx -y @voxolib/mcp                      serve the account of the environment; an MCP client starts this
  npx -y @voxolib/mcp --sandbox            serve a made-up account; no credential is needed
  npx -y @voxolib/mcp --toolsets reports   show only some of the tools: reports, voxolib, voipms, daktela, separated by commas
  npx -y @voxolib/mcp --read-only          show no tool that changes something
  npx -y @voxolib/mcp doctor [--contract]  say what works and what to do about what does not
  npx -y @voxolib/mcp --help | --version

Environment:
${variables.join('\n')}
`;
}
