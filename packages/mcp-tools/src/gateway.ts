import { instructionsFor } from './instructions.ts';
import { prompts } from './prompts/index.ts';
import { resources } from './resources/index.ts';
import { createToolServer, type ToolServer, type ToolServerOptions } from './server.ts';
import { classicNames } from './tools/daktela/classic/index.ts';
import { tools } from './tools/index.ts';

export interface GatewayOptions extends Pick<ToolServerOptions, 'changes'> {
  version: string;
  websiteUrl?: string;
}

/** The tool server that every app serves: all tools, resources and prompts, and the words that introduce them. */
export function createGateway({ changes, ...info }: GatewayOptions): ToolServer {
  return createToolServer({
    tools,
    otherNames: classicNames,
    resources,
    prompts,
    info: { name: 'voxolib', title: 'Voxolib MCP', ...info },
    instructions: ({ connections: { voxolib, voipms, daktela }, privacy = false }) =>
      instructionsFor({
        voxolib: voxolib !== undefined,
        voipms: voipms !== undefined,
        daktela: daktela !== undefined,
        privacy,
      }),
    ...(changes && { changes }),
  });
}
