import type { Provider } from '@voxolib/telephony';
import type { StatusFamilies } from '@voxolib/telephony/reports';
import type { Choice } from './choice.ts';
import type { Scope } from './scopes.ts';

/** A Voxolib account as the tools need it: every group is there, and the account's own rights decide at the vendor. */
export type VoxolibAccount = Provider & Required<Pick<Provider, 'calls' | 'minutes' | 'numbers'>>;

/** A VoIP.ms account as the tools need it; what some of them need besides may be absent, and then these are not offered. */
export type VoipmsAccount = Provider & Required<Pick<Provider, 'calls' | 'records' | 'balance' | 'lines'>>;

/** A Daktela instance as the tools need it: its contact centre, and the calls of it as reports. */
export type DaktelaAccount = Provider & Required<Pick<Provider, 'calls' | 'contactCentre'>>;

/** A vendor account that reports calls per day, whichever vendor it is. */
export type ReportingAccount = Provider & Required<Pick<Provider, 'calls'>>;

/** The vendor accounts that can be connected, by the name that a tool's `needs` uses. */
export interface Connections {
  voxolib: VoxolibAccount;
  voipms: VoipmsAccount;
  daktela: DaktelaAccount;
}

/** Who calls: what they may do, and the vendor accounts that their own credentials open. Made anew for each request. */
export interface Caller {
  /** A stable name for logs and limits; never a credential. */
  subject: string;
  scopes: ReadonlySet<Scope>;
  connections: Readonly<Partial<Connections>>;
  /** What they want to see of what they may use; all of it where this is absent. */
  choice?: Choice;
  /** Whether people of a contact centre are named to nobody: their names, numbers and addresses are stand-ins in every answer. */
  privacy?: boolean;
  /** Which family each status belongs to, where the deployment says otherwise than the default. */
  families?: StatusFamilies;
  /** Saves a file on the caller's own machine and gives its path; only where the server runs there and was told a folder. */
  saveFile?: (name: string, text: string) => Promise<string>;
  /** The clock, for tests. */
  now?: () => Date;
}
