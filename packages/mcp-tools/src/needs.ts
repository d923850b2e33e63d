import type { Provider } from '@voxolib/telephony';
import type { Caller, Connections, ReportingAccount, VoipmsAccount } from './caller.ts';

/**
 * What a tool's context holds for each need: a vendor's own account, or, for tools that serve every vendor in the same words,
 * all connected accounts that report calls, or minutes too. Toolsets, which users switch, are made of needs.
 */
export interface Granted {
  voxolib: Pick<Connections, 'voxolib'>;
  voipms: Pick<Connections, 'voipms'>;
  voipmsPhonebook: { voipms: VoipmsAccount & Required<Pick<Provider, 'phonebook' | 'callerIdFilters'>> };
  voipmsRecordings: { voipms: VoipmsAccount & Required<Pick<Provider, 'recordings' | 'transcripts'>> };
  daktelaTickets: Pick<Connections, 'daktela'>;
  daktelaActivities: Pick<Connections, 'daktela'>;
  daktelaCalls: Pick<Connections, 'daktela'>;
  daktelaEmails: Pick<Connections, 'daktela'>;
  daktelaChats: Pick<Connections, 'daktela'>;
  daktelaCrm: Pick<Connections, 'daktela'>;
  daktelaCampaigns: Pick<Connections, 'daktela'>;
  daktelaReference: Pick<Connections, 'daktela'>;
  daktelaRealtime: Pick<Connections, 'daktela'>;
  reports: { accounts: readonly ReportingAccount[] };
  minutes: { accounts: readonly ReportingAccount[] };
}
export type Need = keyof Granted;

const grants: { [Name in Need]: (caller: Caller) => Granted[Name] | undefined } = {
  voxolib: ({ connections }) => (connections.voxolib === undefined ? undefined : { voxolib: connections.voxolib }),
  voipms: ({ connections }) => (connections.voipms === undefined ? undefined : { voipms: connections.voipms }),
  voipmsPhonebook({ connections: { voipms } }) {
    if (voipms?.phonebook === undefined || voipms.callerIdFilters === undefined) return undefined;
    const { phonebook, callerIdFilters } = voipms;
    return { voipms: { ...voipms, phonebook, callerIdFilters } };
  },
  voipmsRecordings({ connections: { voipms } }) {
    if (voipms?.recordings === undefined || voipms.transcripts === undefined) return undefined;
    const { recordings, transcripts } = voipms;
    return { voipms: { ...voipms, recordings, transcripts } };
  },
  daktelaTickets: contactCentre,
  daktelaActivities: contactCentre,
  daktelaCalls: contactCentre,
  daktelaEmails: contactCentre,
  daktelaChats: contactCentre,
  daktelaCrm: contactCentre,
  daktelaCampaigns: contactCentre,
  daktelaReference: contactCentre,
  daktelaRealtime: contactCentre,
  reports: (caller) => someAccounts(caller, () => true),
  minutes: (caller) => someAccounts(caller, ({ minutes }) => minutes !== undefined),
};

/** What the caller's connections give for a need; `undefined` when they do not. */
export function grant<Name extends Need>(need: Name, caller: Caller): Granted[Name] | undefined {
  return grants[need](caller);
}

/** The needs of a contact centre differ in their toolsets alone. */
function contactCentre({ connections: { daktela } }: Caller): Pick<Connections, 'daktela'> | undefined {
  return daktela && { daktela };
}

function someAccounts(
  { connections }: Caller,
  has: (account: ReportingAccount) => boolean,
): Granted['reports'] | undefined {
  const accounts = Object.values(connections).filter((account) => account !== undefined && has(account));
  return accounts.length === 0 ? undefined : { accounts };
}
