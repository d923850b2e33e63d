import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  /** Where prompts and what is typed are shown. */
  prompts: NodeJS.WritableStream;
}

/** Asks for lines one after the other, at a terminal or from a pipe. */
export interface Questions {
  /** The line that was given, or undefined when the input has ended. A hidden line is not shown while typed. */
  ask(prompt: string, options: { hidden: boolean }): Promise<string | undefined>;
  close(): void;
}

export function questions({ input, prompts }: Terminal): Questions {
  const terminal = input.isTTY === true;
  // Between questions too, so that keys which are pasted together do not show the second one.
  let hidden = true;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) prompts.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input, output: echo, terminal, historySize: 0 });
  reader.on('line', () => {
    hidden = true;
  });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(prompt, options) {
      hidden = options.hidden;
      prompts.write(prompt);
      const line = await lines.next();
      if (options.hidden || !terminal) prompts.write('\n');
      return line.done ? undefined : line.value;
    },
    close: () => reader.close(),
  };
}
