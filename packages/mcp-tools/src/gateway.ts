import { instructions } from './instructions.ts';
import { prompts } from './prompts/index.ts';
import { resources } from './resources/index.ts';
import { createToolServer, type ToolServer } from './server.ts';
import { tools } from './tools/index.ts';

/** The tool server that every app serves: all tools, resources and prompts, and the words that introduce them. */
export function createGateway(options: { version: string; websiteUrl?: string }): ToolServer {
  return createToolServer({
    tools,
    resources,
    prompts,
    info: { name: 'voxolib', title: 'Voxolib call statistics', ...options },
    instructions,
  });
}
