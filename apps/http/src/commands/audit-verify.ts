import { verifyAudit } from '@voxolib/access';
import { type AccessConfig, openStore } from '../access/store.ts';

/** Checks the record of calls and says what was found. Resolves with the exit code: 1 when something is wrong. */
export async function auditVerify(config: AccessConfig, print: (line: string) => void): Promise<0 | 1> {
  const { storage, auditKeys, close } = await openStore(config);
  try {
    const { ok, calls, writers, checkpoints, anchor, problem } = await verifyAudit({ storage, keys: auditKeys });
    print(`${calls} calls of ${writers} processes, ${checkpoints} checkpoints.`);
    if (anchor !== undefined) print(`Newest checkpoint, to keep elsewhere: ${anchor}`);
    if (problem !== undefined)
      print(`PROBLEM (${problem.kind}): ${problem.what}${problem.call ? ` Call ${problem.call}.` : ''}`);
    print(ok ? 'The record is whole.' : 'The record is not whole.');
    return ok ? 0 : 1;
  } finally {
    await close();
  }
}
