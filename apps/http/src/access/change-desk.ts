import { createChangeLedger, createSealer, type ServerKeys, type Storage } from '@voxolib/access';
import type { ChangeDeskOptions, ChangeEnd } from '@voxolib/mcp-tools';

const LOST: ChangeEnd = {
  status: 'unknown',
  error: {
    code: 'UNKNOWN_OUTCOME',
    message: 'The server ended while the change was under way, so that nobody knows whether it was made.',
  },
};

/** One ledger and one signature for all processes of the deployment: any of them takes the confirmation that another asked for. */
export function changeDesk(storage: Storage, keys: ServerKeys): ChangeDeskOptions {
  return {
    ledger: createChangeLedger<ChangeEnd>({ storage, sealer: createSealer(keys), lost: LOST }),
    confirmationKey: keys.current.subkey('request-state'),
  };
}
