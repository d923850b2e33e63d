import type { Provider } from '@voxolib/telephony';
import { createDaktelaClient } from '../client.ts';
import type { DaktelaOptions } from '../options.ts';
import { callReports } from './calls/call-reports.ts';
import { contactCentre } from './contact-centre.ts';
import { createContext } from './context.ts';

export { judgeAccount } from './judge-account.ts';
export type { DaktelaOptions };

/** The groups that Daktela has. */
export type DaktelaProvider = Provider & Required<Pick<Provider, 'calls' | 'contactCentre'>>;

/** Daktela as a provider: the groups listed here are exactly what it can do. */
export function daktela(options: DaktelaOptions): DaktelaProvider {
  const context = createContext(createDaktelaClient(options), options.now ?? (() => new Date()));
  return {
    id: 'daktela',
    title: 'Daktela',
    calls: callReports(context),
    contactCentre: contactCentre(context),
  };
}
