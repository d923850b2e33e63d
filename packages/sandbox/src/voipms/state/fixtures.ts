import type { VoipmsAccountId } from '../accounts.ts';
import type { Row } from './account-state.ts';
import { busy } from './busy.ts';
import { demo } from './demo.ts';
import { reseller } from './reseller.ts';
import type { TableName } from './tables.ts';

/** What an account has when the sandbox starts. `balance` is in hundredths of a cent. */
export type Fixture = Partial<Record<TableName, readonly Row[]>> & { balance?: number };

export const fixtures: Readonly<Record<VoipmsAccountId, () => Fixture>> = {
  demo,
  reseller,
  busy,
  empty: () => ({}),
  limited: () => ({ balance: 100_000 }),
  unlisted: () => ({}),
  apiOff: () => ({}),
};
