import type { MethodCall } from '../method.ts';
import { required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';

/** True for the main account and its sub-accounts. */
export function isOwnLine({ account, state }: MethodCall, name: string): boolean {
  return name === account.number || [...state.tables.subAccounts.values()].some((row) => row.account === name);
}

/**
 * The line whose recordings are asked for. `all` is accepted by some accounts; the others name one at a time.
 * @throws `missing_account` or `invalid_account`
 */
export function readRecordingLine(request: MethodCall): string {
  const name = required(request.parameters, 'account');
  if (!isOwnLine(request, name) && !(name === 'all' && request.account.allRecordings)) {
    throw new StatusError('invalid_account');
  }
  return name;
}
