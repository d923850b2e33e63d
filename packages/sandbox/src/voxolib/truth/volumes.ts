import { callCentre, type Rhythm, smallCompany } from '../../rhythm/rhythm.ts';
import type { AccountId } from '../accounts.ts';
import type { Product } from './call.ts';

/** How much an account is called, and when. */
export interface Volume {
  rhythm: Rhythm;
  /** Calls of an ordinary working day of the year 2026. */
  daily: Record<Product, number>;
}

export const volumes: Record<AccountId, Volume> = {
  demo: { rhythm: smallCompany, daily: { wcb: 22, did: 38 } },
  wcbOnly: { rhythm: smallCompany, daily: { wcb: 30, did: 0 } },
  didOnly: { rhythm: smallCompany, daily: { wcb: 0, did: 45 } },
  suspended: { rhythm: smallCompany, daily: { wcb: 10, did: 10 } },
  empty: { rhythm: smallCompany, daily: { wcb: 0, did: 0 } },
  busy: { rhythm: callCentre, daily: { wcb: 620, did: 1_380 } },
};
