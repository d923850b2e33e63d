import type { Sealer } from '@voxolib/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf } from '../cookie.ts';

/** Carries a checked token from the sign-in to the consent. */
export interface CredentialCookie {
  set(reply: FastifyReply, uid: string, token: string): void;
  /** Undefined when there is none, or it is of another sign-in, too old or altered. */
  read(request: FastifyRequest, uid: string): string | undefined;
  clear(reply: FastifyReply, uid: string): void;
}

export interface CredentialCookieOptions {
  sealer: Sealer;
  secure: boolean;
  /** The cookie is sent to this path and below. */
  pathOf(uid: string): string;
  now(): number;
}

const LIFETIME_S = 600;
const KIND = 'sign-in/credential';

/**
 * The token is kept by the browser alone, sealed under a server key and the id of this one sign-in, in a cookie that no
 * script can read. So nothing of it is stored before the person has allowed anything, it is in no page and no address,
 * and every process can go on with it.
 */
export function credentialCookie({ sealer, secure, pathOf, now }: CredentialCookieOptions): CredentialCookie {
  const name = `${secure ? '__Secure-' : ''}vx_credential`;
  const write = (reply: FastifyReply, uid: string, value: string, seconds: number) => {
    const attributes = `Path=${pathOf(uid)}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    reply.header('set-cookie', `${name}=${value}; ${attributes}`);
  };

  return {
    set(reply, uid, token) {
      const text = JSON.stringify({ token, until: now() + LIFETIME_S * 1000 });
      const { keyId, sealed } = sealer.seal(KIND, uid, text);
      write(reply, uid, `${sealed}.${keyId}`, LIFETIME_S);
    },
    read(request, uid) {
      // What is sealed has no dot; the id of a key may have one.
      const [sealed = '', ...rest] = cookieOf(request, name)?.split('.') ?? [];
      const text = sealer.open(KIND, uid, { keyId: rest.join('.'), sealed });
      if (text === undefined) return undefined;
      const { token, until } = JSON.parse(text) as { token: string; until: number };
      return now() < until ? token : undefined;
    },
    clear: (reply, uid) => write(reply, uid, '', 0),
  };
}
