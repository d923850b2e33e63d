import { hasServerTest, isRead } from '../methods.ts';
import { type MethodParams, toWireParams, type WireParams } from '../params.ts';
import { withoutSecrets } from '../secrets.ts';

/** A request that would be sent, without credentials and secrets. */
export interface DryRun {
  method: string;
  params: WireParams;
  /** Whether it would change something. */
  changes: boolean;
  /** Whether VoIP.ms itself would check it with `test=1` without carrying it out. */
  testable: boolean;
}

/** What `call` would send for the same arguments. Sends nothing. */
export function dryRun(method: string, params: MethodParams = {}): DryRun {
  const read = isRead(method);
  const wire = withoutSecrets(toWireParams(method, params, read)) as WireParams;
  return { method, params: wire, changes: !read, testable: hasServerTest(method) };
}
