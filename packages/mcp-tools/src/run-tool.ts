import { TelephonyError } from '@voxolib/telephony';
import { parseArguments } from './arguments.ts';
import { contextOf } from './call-context.ts';
import type { Caller } from './caller.ts';
import { maskFor } from './privacy/privacy.ts';
import { whyNotOffered } from './selection.ts';
import type { CallContext } from './tool.ts';
import { tools } from './tools/index.ts';

export interface RunOptions {
  signal: AbortSignal;
  progress?: CallContext['progress'];
}

/**
 * Runs one tool for a program of the caller's own, without MCP: gives what the tool returns, in full and of any size.
 * @throws what the tool throws, and INVALID_INPUT for arguments that it does not take.
 */
export async function runTool(name: string, given: object, caller: Caller, options: RunOptions): Promise<object> {
  const tool = tools.find((known) => known.name === name);
  if (tool === undefined) throw new RangeError(`There is no tool ${name}`);
  const obstacle = whyNotOffered(tool, caller);
  if (obstacle !== undefined) throw new TelephonyError('FORBIDDEN', `${tool.title} is not available: ${obstacle}.`);
  const context = contextOf(caller, options.signal, options.progress);
  const data = await tool.run(parseArguments(tool, given), caller, { ...context, maxTokens: Number.MAX_SAFE_INTEGER });
  return maskFor(tool, caller)?.data(data) ?? data;
}
