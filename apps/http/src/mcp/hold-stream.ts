import type { FastifyReply } from 'fastify';
import type { Admission } from './admission.ts';
import { limited } from './refusal.ts';

/** Takes one of the caller's places for streams, until this reply is over. Throws RequestRefused (429) when there is none. */
export async function holdStream(admission: Pick<Admission, 'openStream'>, { raw }: FastifyReply): Promise<void> {
  const place = await admission.openStream();
  if (!place.allowed) throw limited(place);
  if (raw.closed) place.close();
  else raw.once('close', () => place.close());
}
