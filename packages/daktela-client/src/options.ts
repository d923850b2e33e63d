import type { DaktelaCredential, DaktelaSession } from './session/credential.ts';

export interface DaktelaSettings {
  /** In place of the client's own, which refuses private addresses. A fetch that is given looks up names by itself. */
  fetch?: typeof globalThis.fetch;
  /** Hosts beside `*.daktela.com` that credentials may be sent to, each perhaps with a port: `crm.example.com`, `crm.example.com:8443`. */
  allowedHosts?: readonly string[];
  /** Origins that are trusted as they stand, such as `http://127.0.0.1:4010`: without https, and in private networks. */
  trustedOrigins?: readonly string[];
  /** Milliseconds for a whole read (45 000), waiting for Daktela's limits included, and for one attempt (30 000). */
  timeouts?: { totalMs?: number; attemptMs?: number };
  /** How often a read is repeated after a passing failure (3). */
  retries?: number;
  /** What clients of the same credential share. Without it, all of the process. */
  sharing?: DaktelaSharing;
  /** How long whole lists of small models are kept (3 600 000 ms); false for not at all. */
  cache?: { ttlMs: number } | false;
  /** Told of the new session when that of a `session` credential was refreshed, to be kept in its place. */
  onSession?: (session: DaktelaSession) => void;
  now?: () => Date;
}

export type DaktelaOptions = DaktelaCredential & DaktelaSettings;

/** Keeps sessions and reference lists. One per process, given to every client of it. */
export interface DaktelaSharing {
  readonly kept: number;
}
