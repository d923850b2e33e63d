import { connect } from '@voxolib/test-kit';
import { callerOfDaktela, toolServer } from '../callers.ts';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers is looked at field by field
  data: Record<string, any>;
  text: string;
  isError: boolean;
}

/** Calls a tool of Daktela, by its name without the prefix, as a real client does. */
export async function call(
  name: string,
  given: Record<string, unknown> = {},
  who = callerOfDaktela(),
): Promise<Answer> {
  const client = await connect(() => toolServer.serve(who));
  const result = await client.callTool({ name: `daktela_${name}`, arguments: given });
  const [first] = result.content as { text?: string }[];
  return {
    data: (result.structuredContent ?? {}) as Answer['data'],
    text: first?.text ?? '',
    isError: result.isError === true,
  };
}
