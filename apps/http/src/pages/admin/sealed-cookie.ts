import type { Sealer } from '@voxolib/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { cookieOf } from '../cookie.ts';

export interface SealedCookieOptions<Content extends z.ZodType> {
  sealer: Sealer;
  name: string;
  content: Content;
  path: string;
  sameSite: 'Strict' | 'Lax';
  seconds: number;
  secure: boolean;
  /** With another one, what was sealed before does not open any more. */
  binding: string;
  now(): number;
}

/** Something that the browser keeps for us, and can neither read nor change. */
export interface SealedCookie<Content> {
  set(reply: FastifyReply, content: Content): void;
  /** Undefined when there is none, or it is too old, altered, or was made under other settings. */
  read(request: FastifyRequest): Content | undefined;
  clear(reply: FastifyReply): void;
}

export function sealedCookie<Content extends z.ZodType>(
  options: SealedCookieOptions<Content>,
): SealedCookie<z.output<Content>> {
  const { sealer, path, sameSite, seconds, secure, binding, now } = options;
  const kind = `cookie/${options.name}`;
  const name = `${secure ? '__Secure-' : ''}${options.name}`;
  const write = (reply: FastifyReply, value: string, age: number) => {
    const attributes = `Path=${path}; Max-Age=${age}; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
    reply.header('set-cookie', `${name}=${value}; ${attributes}`);
  };
  return {
    set(reply, content) {
      const { keyId, sealed } = sealer.seal(kind, binding, JSON.stringify({ content, until: now() + seconds * 1000 }));
      write(reply, `${sealed}.${keyId}`, seconds);
    },
    read(request) {
      // What is sealed has no dot; the id of a key may have one.
      const [sealed = '', ...rest] = cookieOf(request, name)?.split('.') ?? [];
      const text = sealer.open(kind, binding, { keyId: rest.join('.'), sealed });
      if (text === undefined) return undefined;
      const { content, until } = JSON.parse(text) as { content: unknown; until: number };
      return now() < until ? options.content.safeParse(content).data : undefined;
    },
    clear: (reply) => write(reply, '', 0),
  };
}
