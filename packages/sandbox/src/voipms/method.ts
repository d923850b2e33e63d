import type { VoipmsAccount } from './accounts.ts';
import type { VoipmsCall } from './calls/call.ts';
import type { Parameters } from './parameters.ts';
import type { AccountState } from './state/account-state.ts';

/** One call of a method, by an account that may call it. */
export interface MethodCall {
  account: VoipmsAccount;
  state: AccountState;
  parameters: Parameters;
  /** The calls of the account that start in [from, to) epoch ms, as far as they are kept. */
  calls(from: number, to: number): Iterable<VoipmsCall>;
  now: Date;
  address: string;
}

/** What comes beside `status: success`. Undefined is an empty body. */
type Reply = Readonly<Record<string, unknown>> | undefined;

/** Answers, or throws a StatusError. */
type Method = (call: MethodCall) => Reply;

export type Methods = Readonly<Record<string, Method>>;
