import type { Fixture } from './fixtures.ts';
import { didRow, subAccountRow } from './rows.ts';

const AGENTS = 24;
const LINES = 30;

/** A call centre in Toronto with an agent for each sub-account. */
export const busy = (): Fixture => ({
  balance: 21_987_450,
  subAccounts: Array.from({ length: AGENTS }, (_, index) => {
    const agent = String(index + 1).padStart(2, '0');
    return subAccountRow({ id: `7100${agent}`, account: `310020_agent${agent}`, description: `Agent ${agent}` });
  }),
  dids: Array.from({ length: LINES }, (_, index) => {
    const did = `41655501${String(50 + index).padStart(2, '0')}`;
    return didRow({ did, description: 'TORONTO, ON', routing: 'queue:3900', note: `campaign ${index + 1}` });
  }),
});
