import { runProgram } from '@voxolib/token/program';
import type { Work } from '../command-context.ts';
import { exitCodes } from '../exit-code.ts';

export const token: Work = async ({ terminal: { env, input, output, messages } }) => {
  const code = await runProgram({ args: [], env, input, output, prompts: messages, version: '' });
  // What cannot be made into a token is wrong use: the keys are what is given.
  return code === 0 ? exitCodes.ok : exitCodes.usage;
};
