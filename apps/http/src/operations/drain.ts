import type { FastifyReply } from 'fastify';

/** Counts the replies under way, so that a stopping server can let them end. */
export interface Drain {
  /** Counts this reply until its last byte is sent, or its client has gone. */
  hold(reply: FastifyReply): void;
  /** Counts what goes on behind a reply that was sent already. Never rejects. */
  holdUntil(over: Promise<void>): void;
  /** Resolves when no reply is under way any more, or after `milliseconds`. */
  drained(milliseconds: number): Promise<void>;
}

export function createDrain(): Drain {
  let held = 0;
  let wake = () => {};
  const release = () => {
    if (--held === 0) wake();
  };
  return {
    hold(reply) {
      held++;
      reply.raw.once('close', release);
    },
    holdUntil(over) {
      held++;
      void over.finally(release);
    },
    async drained(milliseconds) {
      if (held === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
