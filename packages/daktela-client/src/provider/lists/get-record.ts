import { isTelephonyError, TelephonyError } from '@voxolib/telephony';
import type { DaktelaClient, ReadOptions } from '../../client.ts';
import type { Endpoint } from '../../endpoints/endpoints.ts';
import type { WireRecord } from '../../reply/page.ts';

/**
 * A record by its id, which Daktela calls its name.
 * @throws NOT_FOUND and INVALID_INPUT about `field`, as the caller knows it.
 */
export async function getRecord(
  client: DaktelaClient,
  endpoint: Endpoint,
  id: string,
  options: ReadOptions,
  field = 'id',
): Promise<WireRecord> {
  try {
    return await client.get(endpoint, id, {}, options);
  } catch (error) {
    if (!isTelephonyError(error) || error.field !== 'name') throw error;
    const { code, message, provider, detail } = error;
    throw new TelephonyError(code, message, {
      field,
      ...(provider !== undefined && { provider }),
      ...(detail !== undefined && { detail }),
    });
  }
}
