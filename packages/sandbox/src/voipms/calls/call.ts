export type Disposition = 'ANSWERED' | 'NO ANSWER' | 'BUSY' | 'FAILED';

export const DISPOSITIONS = ['ANSWERED', 'NO ANSWER', 'BUSY', 'FAILED'] as const satisfies readonly Disposition[];

/** One call of an account, once, however often the API lists it. */
export interface VoipmsCall {
  uniqueid: string;
  /** When it started, in epoch milliseconds, on a whole second. */
  at: number;
  direction: 'incoming' | 'outgoing';
  /** Digits, or empty for somebody who hides. */
  from: string;
  name: string;
  to: string;
  /** The main account or a sub-account. */
  account: string;
  disposition: Disposition;
  seconds: number;
  /** Dollars a minute, and in all, with eight decimals. */
  rate: string;
  total: string;
  description: string;
  destinationType: string;
  /** True where the caller is a nuisance. */
  spam: boolean;
  /** True where the API lists it twice. */
  listedTwice: boolean;
}
