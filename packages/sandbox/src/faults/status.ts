import { Temporal } from 'temporal-polyfill';
import type { FaultKind } from './fault.ts';
import { wholeNumber } from './parameters.ts';

/** Statuses that come from what stands before an API as often as from the API itself, and then with a page of HTML. */
const PROXY_STATUSES = [502, 503, 504];

const DATE_AFTER = /^date:\+(\d+)$/;

/** Replies with an error status, and the body that the vendor gives with it. */
export function statusFault(errorBody: (status: number) => unknown): FaultKind<never> {
  return {
    name: 'status',
    usage: 'status=<400-599>[;retry-after=<seconds>|date:+<seconds>|<any text>]',
    summary: 'an error status, with the body that belongs to it',
    options: ['retry-after'],
    make({ value, option }) {
      const status = wholeNumber(value, { min: 400, max: 599 });
      const retryAfter = option('retry-after');
      return {
        async answer(reply) {
          reply.code(status);
          if (retryAfter !== undefined) reply.header('retry-after', retryAfterHeader(retryAfter));
          if (PROXY_STATUSES.includes(status)) {
            await reply.type('text/html').send(`<html><body><h1>${status}</h1></body></html>`);
          } else {
            await reply.send(errorBody(status));
          }
        },
      };
    },
  };
}

/** `date:+5` becomes the HTTP date five seconds from now; everything else is sent as it is. */
function retryAfterHeader(text: string): string {
  const seconds = DATE_AFTER.exec(text)?.[1];
  if (seconds === undefined) return text;
  const date = Temporal.Now.instant().add({ seconds: Number(seconds) });
  return new Date(date.epochMilliseconds).toUTCString();
}
