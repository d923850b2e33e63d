import { bar } from '../answers/bar.ts';
import type { Terminal } from './terminal.ts';

const WIDTH = 30;

/** A bar among the messages that tells how far long work has come; nothing where they are no terminal. */
export function progressBar({ messages, env }: Terminal): { update(done: number, total: number): void; end(): void } {
  let drawn = false;
  if (messages.isTTY !== true || env.TERM === 'dumb') return { update: () => {}, end: () => {} };
  return {
    update(done, total) {
      if (total <= 1) return;
      drawn = true;
      messages.write(`\r${bar(done, total, WIDTH).padEnd(WIDTH)} ${done} of ${total} parts`);
    },
    end() {
      // Back to the start of the line, and erase it.
      if (drawn) messages.write('\r\u001b[K');
      drawn = false;
    },
  };
}
