import { randomBytes } from 'node:crypto';
import { hashId, type Sealer } from '@voxolib/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AdminConfig } from '../../access/admin-config.ts';
import { field } from '../sign-in/form-body.ts';
import { isFromOurPage, isSame } from '../sign-in/form-origin.ts';
import { ADMIN_PATH } from './addresses.ts';
import { AdminRefused } from './refused.ts';
import { type SealedCookie, sealedCookie } from './sealed-cookie.ts';

const Session = z.strictObject({ csrf: z.string(), who: z.string().optional() });
type Session = z.infer<typeof Session>;

/** Somebody who has signed in. */
export type Administrator = Required<Session>;

/** Who is there, as the browser's sealed cookie says. It ends after eight hours, and when the settings change. */
export interface AdminSessions {
  /** Undefined when nobody has signed in. */
  find(request: FastifyRequest): Administrator | undefined;
  begin(reply: FastifyReply, who: string): void;
  end(reply: FastifyReply): void;
  /** The mark for the form to sign in. */
  formMark(request: FastifyRequest, reply: FastifyReply): string;
  /** Throws an `AdminRefused` unless our own page has sent this form, in this browser. */
  requireOwnForm(request: FastifyRequest): void;
}

export interface AdminSessionsOptions {
  sealer: Sealer;
  config: AdminConfig;
  publicUrl: URL;
  now(): number;
}

const SESSION_S = 8 * 3600;

export function adminSessions({ sealer, config, publicUrl, now }: AdminSessionsOptions): AdminSessions {
  const cookie: SealedCookie<Session> = sealedCookie({
    sealer,
    name: 'vx_admin',
    content: Session,
    path: ADMIN_PATH,
    sameSite: 'Strict',
    seconds: SESSION_S,
    secure: publicUrl.protocol === 'https:',
    binding: hashId(JSON.stringify(config)),
    now,
  });
  const newMark = () => randomBytes(24).toString('base64url');
  return {
    find(request) {
      const { who, csrf } = cookie.read(request) ?? {};
      return who === undefined || csrf === undefined ? undefined : { who, csrf };
    },
    begin: (reply, who) => cookie.set(reply, { who, csrf: newMark() }),
    end: (reply) => cookie.clear(reply),
    formMark(request, reply) {
      const known = cookie.read(request);
      if (known !== undefined) return known.csrf;
      const csrf = newMark();
      cookie.set(reply, { csrf });
      return csrf;
    },
    requireOwnForm(request) {
      const session = cookie.read(request);
      const own = isFromOurPage(request.headers, publicUrl.origin);
      if (!own || session === undefined || !isSame(field(request.body, 'csrf'), session.csrf)) {
        throw new AdminRefused('refused');
      }
    },
  };
}
