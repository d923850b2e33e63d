import { instructions } from './instructions.ts';
import { createToolServer, type ToolServer } from './server.ts';
import { tools } from './tools/index.ts';

/** The tool server that every app serves: all tools, and the words that introduce them. */
export function createGateway(options: { version: string; websiteUrl?: string }): ToolServer {
  return createToolServer({
    tools,
    info: { name: 'voxolib', title: 'Voxolib call statistics', ...options },
    instructions,
  });
}
