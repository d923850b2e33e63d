import type { FaultKind } from '../../faults/fault.ts';
import { httpFaults } from '../../faults/http-faults.ts';
import {
  type ApiError,
  invalidRange,
  invalidToken,
  notFound,
  reportNotEnabled,
  serverError,
  tooManyRequests,
} from '../api-error.ts';
import type { VoxolibReply } from '../wire.ts';
import { editFaults } from './edits.ts';
import { wrongValueFaults } from './wrong-values.ts';

/** What the API says with a status. */
function errorOf(status: number): ApiError {
  if (status === 401) return invalidToken();
  if (status === 403) return reportNotEnabled('wcb');
  if (status === 404) return notFound();
  if (status === 429) return tooManyRequests();
  if (status < 500) return invalidRange('end_date', 'end_date is not possible.');
  return serverError(status);
}

/** Every fault of the Voxolib API. The help and the README list them from here. */
export const voxolibFaults: readonly FaultKind<VoxolibReply>[] = [
  ...httpFaults((status) => errorOf(status).body),
  ...wrongValueFaults,
  ...editFaults,
];
