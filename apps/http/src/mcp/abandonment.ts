import type { FastifyReply } from 'fastify';

/** A signal for the work on a reply, that is given when its client has gone away before the end. */
export function abortedWhenGone(reply: FastifyReply): AbortController {
  const gone = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new DOMException('The client has gone.', 'AbortError'));
  });
  return gone;
}
