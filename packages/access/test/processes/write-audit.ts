import { createAudit } from '../../src/audit/audit.ts';
import { openStorage, type StorageOptions } from '../../src/storage/storage.ts';
import { change, keys, ok, read } from '../audit-calls.ts';
import { ready, report } from './child.ts';

/** Makes calls until it is killed, and reports what it was told of each. */
export interface WriteAudit {
  readonly options: StorageOptions;
  readonly readers: number;
  readonly changers: number;
}

export interface AuditReport {
  readonly id: string;
  readonly did: 'opened read' | 'closed read' | 'opened change' | 'closed change';
}

const { options, readers, changers } = await ready<WriteAudit>();
const audit = await createAudit({ storage: await openStorage(options), keys });

async function make(kind: 'read' | 'change'): Promise<never> {
  for (;;) {
    const id = await audit.open(kind === 'read' ? read : change);
    await report({ id, did: `opened ${kind}` } satisfies AuditReport);
    await audit.close(id, ok);
    await report({ id, did: `closed ${kind}` } satisfies AuditReport);
  }
}

await Promise.all([
  ...Array.from({ length: readers }, () => make('read')),
  ...Array.from({ length: changers }, () => make('change')),
]);
