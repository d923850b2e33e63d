import type { OperationOptions } from '@voxolib/telephony';
import { dig } from '@voxolib/upstream';
import { callVoxolib } from './call.ts';
import { kindOf, misfit, readCount } from './figures.ts';
import type { Settings } from './options.ts';
import { didsRequest } from './requests.ts';

export interface DidCounts {
  total: number;
  active: number;
  suspended: number;
  other: number;
}

/** The account's direct numbers (DIDs). Errors are those of the reports. */
export interface VoxolibDids {
  /** How many numbers the account has, by state, as Voxolib counts them. */
  count(options?: OperationOptions): Promise<{ counts: DidCounts; receivedAt: Date }>;
}

export function createDids(settings: Settings): VoxolibDids {
  const { counts: place, fields } = settings.contract.operations.dids;
  return {
    count({ signal } = {}) {
      return callVoxolib(settings, signal, async (read) => {
        const reply = await read(didsRequest(settings.contract));
        const counts = dig(reply, place);
        if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) {
          throw misfit(place || 'the reply', `is ${kindOf(counts)} where counts were expected`);
        }
        return { counts: readCounts(counts, fields), receivedAt: settings.now() };
      });
    },
  };
}

function readCounts(counts: object, fields: Record<keyof DidCounts, string>): DidCounts {
  const count = (field: string) => readCount(dig(counts, field), field);
  return {
    total: count(fields.total),
    active: count(fields.active),
    suspended: count(fields.suspended),
    other: count(fields.other),
  };
}
