import type { Provider } from '@voxolib/telephony';
import type { Scope } from './scopes.ts';

/** A Voxolib account as the tools need it: every group is there, and the account's own rights decide at the vendor. */
export type VoxolibAccount = Provider & Required<Pick<Provider, 'calls' | 'minutes' | 'numbers'>>;

/** The vendor accounts that can be connected, by the name that a tool's `needs` uses. */
export interface Connections {
  voxolib: VoxolibAccount;
}

/** Who calls: what they may do, and the vendor accounts that their own credentials open. Made anew for each request. */
export interface Caller {
  /** A stable name for logs and limits; never a credential. */
  subject: string;
  scopes: ReadonlySet<Scope>;
  connections: Readonly<Partial<Connections>>;
}
