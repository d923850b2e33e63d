import type { FaultKind } from '../../faults/fault.ts';
import { httpFaults } from '../../faults/http-faults.ts';
import type { Envelope } from '../envelope.ts';
import { answerFaults } from './answers.ts';
import { looseFault } from './loose.ts';

/** What can go wrong with Daktela and with no other API. */
export const daktelaOwnFaults: readonly FaultKind<Envelope>[] = [...answerFaults, looseFault];

/** Every fault of the Daktela API. */
export const daktelaFaults: readonly FaultKind<Envelope>[] = [
  ...httpFaults((status) => ({ error: [wordsOf(status)], result: [] })),
  ...daktelaOwnFaults,
];

function wordsOf(status: number): string {
  if (status === 401) return 'Přístup odepřen: přihlaste se';
  if (status === 403) return 'Nemáte oprávnění';
  if (status === 429) return 'Příliš mnoho požadavků';
  return `Chyba ${status}`;
}
