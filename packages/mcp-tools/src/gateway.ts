import { instructionsFor } from './instructions.ts';
import { prompts } from './prompts/index.ts';
import { resources } from './resources/index.ts';
import { createToolServer, type ToolServer, type ToolServerOptions } from './server.ts';
import { tools } from './tools/index.ts';

export interface GatewayOptions extends Pick<ToolServerOptions, 'changes'> {
  version: string;
  websiteUrl?: string;
}

/** The tool server that every app serves: all tools, resources and prompts, and the words that introduce them. */
export function createGateway({ changes, ...info }: GatewayOptions): ToolServer {
  return createToolServer({
    tools,
    resources,
    prompts,
    info: { name: 'voxolib', title: 'Voxolib call statistics', ...info },
    instructions: ({ connections: { voxolib, voipms } }) =>
      instructionsFor({ voxolib: voxolib !== undefined, voipms: voipms !== undefined }),
    ...(changes && { changes }),
  });
}
