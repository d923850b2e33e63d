import type { FaultKind } from '../../faults/fault.ts';
import { httpFaults } from '../../faults/http-faults.ts';
import { answerFaults } from './answers.ts';
import { looseFaults } from './loose.ts';

/** What can go wrong with VoIP.ms and with no other API. */
export const voipmsOwnFaults: readonly FaultKind<object>[] = [...answerFaults, ...looseFaults];

/** Every fault of the VoIP.ms API. */
export const voipmsFaults: readonly FaultKind<object>[] = [
  ...httpFaults((status) => ({ status: 'error', message: `HTTP ${status}` })),
  ...voipmsOwnFaults,
];
