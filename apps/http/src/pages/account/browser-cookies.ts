import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf } from '../cookie.ts';

/** What the browser keeps for the account page: the name of a session, and a mark for the form before there is one. */
export interface BrowserCookies {
  session(request: FastifyRequest): string | undefined;
  keepSession(reply: FastifyReply, text: string): void;
  forgetSession(reply: FastifyReply): void;
  /** To be sent back with the form to sign in; undefined when this browser was given none. */
  formMark(request: FastifyRequest): string | undefined;
  /** The same, given to the browser where it has none. */
  newFormMark(request: FastifyRequest, reply: FastifyReply): string;
}

/** The longest that a session can last. */
const SESSION_S = 8 * 3600;
const FORM_S = 24 * 3600;
const TEXT = /^[A-Za-z0-9_-]{43}$/;

export function browserCookies({ secure }: { secure: boolean }): BrowserCookies {
  const prefix = secure ? '__Host-' : '';
  const names = { session: `${prefix}vx_account`, form: `${prefix}vx_account_form` };
  const write = (reply: FastifyReply, name: string, value: string, seconds: number) => {
    const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    reply.header('set-cookie', `${name}=${value}; ${attributes}`);
  };
  const formText = (request: FastifyRequest) => {
    const text = cookieOf(request, names.form);
    return text !== undefined && TEXT.test(text) ? text : undefined;
  };

  return {
    session: (request) => cookieOf(request, names.session),
    keepSession: (reply, text) => write(reply, names.session, text, SESSION_S),
    forgetSession: (reply) => write(reply, names.session, '', 0),
    formMark(request) {
      const text = formText(request);
      return text && markOf(text);
    },
    newFormMark(request, reply) {
      const known = formText(request);
      if (known !== undefined) return markOf(known);
      const text = randomBytes(32).toString('base64url');
      write(reply, names.form, text, FORM_S);
      return markOf(text);
    },
  };
}

/** What stands in the page is not what stands in the cookie, which no script reads. */
function markOf(text: string): string {
  return createHash('sha256').update(`account-sign-in/${text}`).digest('base64url');
}
