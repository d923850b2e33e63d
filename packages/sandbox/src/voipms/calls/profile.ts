import { callCentre, northAmerican, type Rhythm, smallCompany } from '../../rhythm/rhythm.ts';
import { VOIPMS_ACCOUNT_IDS, type VoipmsAccountId, type VoipmsAccounts } from '../accounts.ts';
import { fixtures } from '../state/fixtures.ts';

/** Who is called how much, and on which lines. */
export interface CallProfile {
  account: VoipmsAccountId;
  main: string;
  rhythm: Rhythm;
  /** Calls of an ordinary working day of the year 2026. */
  daily: { incoming: number; outgoing: number };
  dids: readonly string[];
  subAccounts: readonly string[];
  spam: boolean;
}

const office = northAmerican(smallCompany);
const volumes: Record<VoipmsAccountId, Pick<CallProfile, 'rhythm' | 'daily' | 'spam'>> = {
  demo: { rhythm: office, daily: { incoming: 34, outgoing: 17 }, spam: true },
  reseller: { rhythm: office, daily: { incoming: 21, outgoing: 11 }, spam: true },
  busy: { rhythm: northAmerican(callCentre), daily: { incoming: 612, outgoing: 241 }, spam: true },
  empty: { rhythm: office, daily: { incoming: 0, outgoing: 0 }, spam: false },
  limited: { rhythm: office, daily: { incoming: 8, outgoing: 2 }, spam: false },
  unlisted: { rhythm: office, daily: { incoming: 8, outgoing: 2 }, spam: false },
  apiOff: { rhythm: office, daily: { incoming: 8, outgoing: 2 }, spam: false },
};

/** The lines are those that an account has when the sandbox starts. */
export function callProfiles(accounts: VoipmsAccounts): Record<VoipmsAccountId, CallProfile> {
  const profiles = VOIPMS_ACCOUNT_IDS.map((account): [VoipmsAccountId, CallProfile] => {
    const { dids = [], subAccounts = [] } = fixtures[account]();
    const { number: main } = accounts[account];
    return [
      account,
      {
        account,
        main,
        ...volumes[account],
        dids:
          dids.length === 0
            ? [`514555${main.slice(2)}`]
            : dids.filter(({ routing }) => routing !== 'none:').map((row) => row.did ?? ''),
        subAccounts: subAccounts.map((row) => row.account ?? ''),
      },
    ];
  });
  return Object.fromEntries(profiles) as Record<VoipmsAccountId, CallProfile>;
}
