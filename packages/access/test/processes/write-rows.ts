import { openStorage, type StorageOptions } from '../../src/storage/storage.ts';
import { done, ready, report } from './child.ts';

/** Opens the storage, writes rows one by one, and reports each that was acknowledged; counts in one row with the others. */
export interface WriteRows {
  readonly options: StorageOptions;
  readonly writer: string;
  readonly rows: number;
}

const { options, writer, rows } = await ready<WriteRows>();
const storage = await openStorage(options);
for (let index = 0; index < rows; index += 1) {
  const id = `${writer}-${index}`;
  await storage.db.transaction().execute(async (transaction) => {
    await transaction.insertInto('gateway_keys').values({ id, fingerprint: writer, first_seen_at: 0 }).execute();
    await transaction
      .insertInto('gateway_keys')
      .values({ id: 'count', fingerprint: 'all', first_seen_at: 1 })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({ first_seen_at: row('gateway_keys.first_seen_at', '+', 1) })),
      )
      .execute();
  });
  await report(id);
}
await storage.close();
done();
