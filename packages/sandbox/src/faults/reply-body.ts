import { Readable } from 'node:stream';
import type { FaultKind } from './fault.ts';
import { wholeNumber } from './parameters.ts';

const CHUNK = Buffer.from('{"date":"2026-01-01","total":1,"status_breakdown":{"answered":1}},'.repeat(1_000));
const MEGABYTE = 1_000_000;

/** Bodies that no client should take for a reply of the API. */
export const bodyFaults: readonly FaultKind<never>[] = [
  {
    name: 'html',
    usage: 'html',
    summary: 'status 200 with a page of HTML',
    make: () => ({
      async answer(reply) {
        await reply.type('text/html; charset=utf-8').send('<!doctype html><title>Maintenance</title><p>Back soon.');
      },
    }),
  },
  {
    name: 'empty',
    usage: 'empty',
    summary: 'status 200 with an empty body',
    make: () => ({
      async answer(reply) {
        await reply.type('application/json').send('');
      },
    }),
  },
  {
    name: 'invalid-json',
    usage: 'invalid-json',
    summary: 'a good reply that stops half way, though HTTP says that it is complete',
    make: () => ({ send: (text) => text.slice(0, Math.floor(text.length / 2)) }),
  },
  {
    name: 'huge',
    usage: 'huge[=<megabytes>]',
    summary: 'well-formed JSON of 100 MB, or so many, streamed',
    make({ value }) {
      const bytes = wholeNumber(value, { min: 1, max: 100_000, otherwise: 100 }) * MEGABYTE;
      return { answer: (reply) => stream(reply, rowsUpTo(bytes)) };
    },
  },
  {
    name: 'endless',
    usage: 'endless',
    summary: 'JSON that never ends, as fast as it is read',
    make: () => ({ answer: (reply) => stream(reply, rowsUpTo(Number.POSITIVE_INFINITY)) }),
  },
];

async function stream(reply: { type(type: string): { send(body: Readable): unknown } }, rows: Iterable<Buffer>) {
  await reply.type('application/json').send(Readable.from(rows));
}

function* rowsUpTo(bytes: number): Generator<Buffer> {
  yield Buffer.from('{"data":[');
  for (let sent = 0; sent + CHUNK.length < bytes; sent += CHUNK.length) yield CHUNK;
  yield Buffer.concat([CHUNK.subarray(0, -1), Buffer.from(']}')]);
}
