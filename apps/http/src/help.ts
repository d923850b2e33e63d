import { Environment } from './config.ts';

/** The command line and every variable, written from the schema that reads them. */
export function helpText(): string {
  return `voxolib-mcp-http: MCP server for Voxolib call statistics, over HTTP

  voxolib-mcp-http           serve, configured by the environment
  voxolib-mcp-http --try     the same, saying how to connect; on the sandbox unless VOXOLIB_API_URL is set
  voxolib-mcp-http --help | --version

Environment:
${variableTable()
  .map(({ name, meaning }) => `  ${name.padEnd(22)}${meaning}`)
  .join('\n')}
`;
}

/** Name, default and meaning of each variable, for documents. */
export function variableTable(): { name: string; fallback: string; meaning: string }[] {
  const defaults = Environment.parse({});
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const value = Reflect.get(defaults, name);
    return { name, fallback: value === undefined ? '' : String(value), meaning: schema.description ?? '' };
  });
}
