import { type Interactions, SignInRefused, type SignInRequest } from '@voxolib/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { field } from './form-body.ts';
import { isFromOurPage, isSame } from './form-origin.ts';

/** The sign-in that a request is about. Throws a `SignInRefused`. */
export interface AskedSignIn {
  /** The one that the address and the browser's cookie name together. */
  of(request: FastifyRequest, reply: FastifyReply): Promise<SignInRequest>;
  /** The same, for a form that our own page has sent. */
  ofForm(request: FastifyRequest, reply: FastifyReply): Promise<SignInRequest>;
}

export function askedSignIn(interactions: Interactions, origin: string): AskedSignIn {
  async function of(request: FastifyRequest, reply: FastifyReply): Promise<SignInRequest> {
    const asked = await interactions.find(request, reply);
    const { uid } = request.params as { uid: string };
    if (asked?.uid !== uid) throw new SignInRefused(400, 'There is no such sign-in.');
    return asked;
  }

  return {
    of,
    async ofForm(request, reply) {
      if (!isFromOurPage(request.headers, origin)) throw strangeForm();
      const asked = await of(request, reply);
      if (!isSame(field(request.body, 'csrf'), asked.csrf)) throw strangeForm();
      return asked;
    },
  };
}

function strangeForm(): SignInRefused {
  return new SignInRefused(403, 'This form was not sent by our page.');
}
