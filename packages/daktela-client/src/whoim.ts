import { daktelaContract } from './contract.ts';
import type { Answer } from './http.ts';
import { pathOf } from './path.ts';
import type { Read } from './read.ts';
import { readRef } from './readers/ref.ts';
import { readText } from './readers/scalars.ts';
import { failure } from './refusals.ts';
import { isRecord } from './reply/envelope.ts';

/** Who asks, and what answers. Of the user's record only this is read: it holds the token as well. */
export interface WhoAmI {
  user: { name: string; title?: string; alias?: string; type?: string; profile?: string };
  version?: string;
  zone?: string;
  /** What the clocks of the instance showed when it answered. */
  serverTime?: string;
  receivedAt: Date;
}

/** @throws UNAUTHENTICATED when Daktela answers without a user, as it does to a token that is not valid. */
export async function readWhoAmI(read: Read, signal: AbortSignal | undefined): Promise<WhoAmI> {
  const endpoint = daktelaContract.whoim.value;
  const subject = { kind: 'whoim', endpoint } as const;
  const answer = await read(
    { subject, path: pathOf(endpoint), isAnonymous: (said) => userOf(said) === undefined },
    signal,
  );
  const user = userOf(answer);
  if (user === undefined || !isRecord(answer.result)) throw failure('BAD_RESPONSE', 'Daktela did not say who asks.');
  const version = readText(answer.result.version);
  return {
    user,
    ...(version !== undefined && { version }),
    ...(answer.zone !== undefined && { zone: answer.zone }),
    ...(answer.serverTime !== undefined && { serverTime: answer.serverTime }),
    receivedAt: answer.receivedAt,
  };
}

function userOf({ result }: Answer): WhoAmI['user'] | undefined {
  const user = isRecord(result) ? result.user : undefined;
  const name = isRecord(user) ? readText(user.name) : undefined;
  if (!isRecord(user) || name === undefined) return undefined;
  const texts = {
    title: readText(user.title),
    alias: readText(user.alias),
    type: readText(user.type),
    profile: readRef(user.profile)?.title,
  };
  return { name, ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) };
}
