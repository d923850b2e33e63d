import type { VoipmsCall } from '../calls/call.ts';
import type { AccountState } from '../state/account-state.ts';

/** What is too short is not kept. */
const SHORTEST_S = 10;

/** Recording is switched on for a sub-account or a number. */
export function isRecorded(state: AccountState, call: VoipmsCall): boolean {
  return call.seconds >= SHORTEST_S && isSwitchedOn(state, call, 'record_calls');
}

export function isTranscribed(state: AccountState, call: VoipmsCall): boolean {
  return call.seconds >= SHORTEST_S && isSwitchedOn(state, call, 'transcribe');
}

export function callerNumber({ from }: VoipmsCall): string {
  return from === '' ? 'anonymous' : from;
}

function isSwitchedOn({ tables }: AccountState, call: VoipmsCall, flag: 'record_calls' | 'transcribe'): boolean {
  const own = call.direction === 'incoming' ? call.to : call.from;
  if (tables.dids.get(own)?.[flag] === '1') return true;
  return [...tables.subAccounts.values()].some((row) => row.account === call.account && row[flag] === '1');
}
