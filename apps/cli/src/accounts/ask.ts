import { type Terminal as Asking, questions } from '@voxolib/token/program';
import { InterruptedError } from '../interrupted.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Asks for lines one after the other, at a terminal, or takes those of standard input.
 * @throws InterruptedError when a person ends it there.
 */
export async function askLines(
  prompts: readonly { prompt: string; hidden: boolean }[],
  { input, messages }: Terminal,
): Promise<string[]> {
  const asking: Asking = { input, prompts: messages };
  const asked = questions(asking);
  const lines: string[] = [];
  try {
    for (const { prompt, hidden } of prompts) {
      const line = await asked.ask(prompt, { hidden });
      if (line === undefined && input.isTTY === true) throw new InterruptedError();
      lines.push(line ?? '');
    }
    return lines;
  } finally {
    asked.close();
  }
}

/** A line that is not shown while it is typed. */
export async function askHidden(prompt: string, terminal: Terminal): Promise<string> {
  const [line = ''] = await askLines([{ prompt, hidden: true }], terminal);
  return line;
}
