import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultKind } from './fault.ts';
import { wholeNumber } from './parameters.ts';

const DRIP_MS = 100;
const LONGEST_DELAY_MS = 600_000;
/** Long enough for the part before the cut to leave. */
const BEFORE_CUT_MS = 20;

/** Faults of the connection, not of what is said. */
export const connectionFaults: readonly FaultKind<never>[] = [
  {
    name: 'reset',
    usage: 'reset',
    summary: 'the connection is reset before a byte of the reply',
    make: () => ({
      cuts: true,
      answer(reply) {
        reply.hijack();
        reply.raw.socket?.resetAndDestroy();
      },
    }),
  },
  {
    name: 'black-hole',
    usage: 'black-hole',
    summary: 'the request is taken and never answered',
    make: () => ({
      answer(reply) {
        reply.hijack();
      },
    }),
  },
  {
    name: 'slow',
    usage: 'slow=<milliseconds>',
    summary: 'a good reply, after a while',
    make: ({ value }) => ({ delayMs: wholeNumber(value, { min: 0, max: LONGEST_DELAY_MS }) }),
  },
  {
    name: 'drip',
    usage: 'drip',
    summary: `one byte of a good reply every ${DRIP_MS} ms, then spaces, without end`,
    make: () => ({ send: (text) => Readable.from(drip(text)) }),
  },
  {
    name: 'truncated',
    usage: 'truncated',
    summary: 'half of a good reply, then the connection is closed',
    make: () => ({
      cuts: true,
      send(text, reply) {
        reply.header('content-length', Buffer.byteLength(text));
        return Readable.from(half(text));
      },
    }),
  },
];

async function* drip(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  const space = Buffer.from(' ');
  for (let sent = 0; ; sent++) {
    yield sent < bytes.length ? bytes.subarray(sent, sent + 1) : space;
    await pause(DRIP_MS);
  }
}

async function* half(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  yield bytes.subarray(0, Math.floor(bytes.length / 2));
  await pause(BEFORE_CUT_MS);
  throw new Error('The reply ends here.');
}
