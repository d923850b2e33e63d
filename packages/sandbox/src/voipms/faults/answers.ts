import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { FaultKind } from '../../faults/fault.ts';
import { oneOf, wholeNumber } from '../../faults/parameters.ts';
import { outagePage, type Page, soapFault } from '../pages.ts';
import { StatusError } from '../status-error.ts';

const ENDS = ['silence', 'page', 'nothing', 'reply'] as const;
const LONGEST_DELAY_MS = 600_000;
const TIMED_OUT = 524;

/** Answers that come instead of the right one, or after it. */
export const answerFaults: readonly FaultKind<never>[] = [
  {
    name: 'code',
    usage: 'code=<status code>',
    summary: 'HTTP 200 with such a status, as method_maintenance',
    make({ value }) {
      if (!value) throw new RangeError('a status code is needed');
      const { body } = new StatusError(value);
      return {
        async answer(reply) {
          await reply.type('text/html; charset=UTF-8').send(JSON.stringify(body));
        },
      };
    },
  },
  {
    name: 'outage',
    usage: 'outage[=<520-527>]',
    summary: 'the page of the edge when the API behind it is away (522 unless told)',
    make: ({ value }) => pageFault(outagePage(wholeNumber(value, { min: 520, max: 527, otherwise: 522 }))),
  },
  {
    name: 'xml',
    usage: 'xml',
    summary: 'a fault of the SOAP front end',
    make: () => pageFault(soapFault),
  },
  {
    name: 'done-then',
    usage: `done-then=${ENDS.join('|')}[;after=<milliseconds>]`,
    summary: 'what was asked is done, and then comes no reply, a page with 524, an empty body, or the reply',
    options: ['after'],
    make({ value, option }) {
      const end = oneOf(value, ENDS);
      const after = wholeNumber(option('after'), { min: 0, max: LONGEST_DELAY_MS, otherwise: 0 });
      return {
        send(text, reply) {
          if (end === 'page') reply.code(TIMED_OUT).type('text/html; charset=UTF-8');
          return Readable.from(ending(end, after, text, reply));
        },
      };
    },
  },
];

function pageFault(page: Page) {
  return {
    async answer(reply: FastifyReply) {
      await reply.code(page.code).type(page.type).send(page.text);
    },
  };
}

/** Whatever comes, it does not come to somebody who has gone. */
async function* ending(
  end: (typeof ENDS)[number],
  after: number,
  text: string,
  reply: FastifyReply,
): AsyncGenerator<Buffer> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  await pause(end === 'silence' ? LONGEST_DELAY_MS : after, undefined, { signal: gone.signal });
  if (end === 'reply') yield Buffer.from(text);
  if (end === 'page') yield Buffer.from(outagePage(TIMED_OUT).text);
}
