import { callExportFormats, exportCalls } from '@voxolib/access';
import { type AccessConfig, openStore } from '../access/store.ts';
import { ConfigError } from '../config.ts';

/** Writes the record of calls, the oldest first, to `write`. */
export async function auditExport(
  config: AccessConfig,
  format: string | undefined,
  write: (piece: string) => void,
): Promise<0> {
  const chosen = callExportFormats.find((known) => known === (format ?? 'csv'));
  if (chosen === undefined) throw new ConfigError(`--format: must be ${callExportFormats.join(' or ')}`);
  const { storage, close } = await openStore(config);
  try {
    for await (const piece of exportCalls(storage, { format: chosen })) write(piece);
    return 0;
  } finally {
    await close();
  }
}
