import type { ErrorCode } from '@voxolib/telephony';

/** What a change is known by: who asked for it, the key that makes it one change, and a digest of what was asked. */
export interface ChangeKey {
  subject: string;
  key: string;
  digest: string;
  tool: string;
}

/** How a change ended. An unknown outcome stays unknown: nobody sends it again by itself. */
export type ChangeEnd =
  | { status: 'done'; answer: Record<string, unknown> }
  | { status: 'failed' | 'unknown'; error: { code: ErrorCode; message: string } };

/** What the ledger knows of a key. `other`: it was used for something else. `running`: it has not ended in the time that one waits. */
export type Known = { state: 'new' } | { state: 'ended'; end: ChangeEnd } | { state: 'other' } | { state: 'running' };

/** A change that its holder, and nobody else, may now make. */
interface Claimed {
  state: 'claimed';
  end(end: ChangeEnd): Promise<void>;
}

/** Where every change is written down before it is sent, so that one key makes one change, whoever repeats it. */
export interface ChangeLedger {
  look(key: ChangeKey): Promise<Known>;
  /** Of several at once with one key, one gets the claim and the others its end. */
  claim(key: ChangeKey): Promise<Claimed | Exclude<Known, { state: 'new' }>>;
}
