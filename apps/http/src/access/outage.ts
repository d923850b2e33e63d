import { isTelephonyError } from '@voxolib/telephony';
import type { Admit } from '../mcp/admission.ts';
import { REFUSED, RequestRefused } from '../mcp/refusal.ts';

const RETRY_AFTER_S = 5;
const STORAGE_SILENT = 'The storage of this server does not answer at the moment. Try again in a few seconds.';

/** Tells a caller to come back when a request could not be admitted because the server's own storage does not answer. */
export function duringOutages(admit: Admit, databaseAnswers: () => Promise<boolean>): Admit {
  return (request) =>
    admit(request).catch(async (error: unknown) => {
      if (error instanceof RequestRefused) throw error;
      if (isTelephonyError(error) && error.code === 'UNAVAILABLE') throw comeBack(error.message);
      // What a database says when it is gone depends on the engine and on the moment; whether it answers does not.
      throw (await databaseAnswers()) ? error : comeBack(STORAGE_SILENT);
    });
}

function comeBack(problem: string): RequestRefused {
  return new RequestRefused(503, REFUSED, problem, { 'retry-after': String(RETRY_AFTER_S) });
}
