import type { FaultKind } from './fault.ts';
import { wholeNumber } from './parameters.ts';

export const redirectFault: FaultKind<never> = {
  name: 'redirect',
  usage: 'redirect=<url>[;status=<301-308>]',
  summary: 'a redirect to another address (302 unless told)',
  options: ['status'],
  make({ value, option }) {
    if (value === undefined || !URL.canParse(value)) throw new RangeError('an absolute URL is needed');
    const status = wholeNumber(option('status'), { min: 301, max: 308, otherwise: 302 });
    return {
      async answer(reply) {
        await reply.redirect(value, status);
      },
    };
  },
};
