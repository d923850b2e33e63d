import { callExportFormats, exportCalls } from '@voxolib/access';
import { type AccessConfig, openStore } from '../access/store.ts';
import { ConfigError } from '../config-error.ts';
import { type ExportOptions, exportFilters } from './export-filters.ts';

/** Writes the calls that the options name, the oldest first, as fast as `write` takes them. */
export async function auditExport(
  config: AccessConfig,
  { format = 'csv', ...asked }: ExportOptions & { format?: string | undefined },
  write: (piece: string) => Promise<void>,
): Promise<0> {
  const chosen = callExportFormats.find((known) => known === format);
  if (chosen === undefined) throw new ConfigError(`--format: must be ${callExportFormats.join(' or ')}`);
  const filters = exportFilters(asked);
  const { storage, close } = await openStore(config);
  try {
    for await (const piece of exportCalls(storage, { format: chosen, filters })) await write(piece);
    return 0;
  } finally {
    await close();
  }
}
