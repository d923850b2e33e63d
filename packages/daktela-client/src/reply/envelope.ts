import { TimeZone } from '@voxolib/telephony';
import { readNumber, readText } from '../readers/scalars.ts';
import { keysInOrder } from './keys-in-order.ts';
import type { WireRow } from './page.ts';

/** What every answer has around its result. */
export interface Envelope {
  result: unknown;
  error: unknown;
  zone: string | undefined;
  serverTime: string | undefined;
}

/** Undefined for what is no answer of the API. Records that come by their names become a list, in their order. */
export function readEnvelope(text: string): Envelope | undefined {
  const body = parse(text);
  if (isRecord(body) && isRecord(body.result) && isRecord(body.result.data)) {
    const { data } = body.result;
    body.result = { ...body.result, data: keysInOrder(text, ['result', 'data']).map((key) => data[key]) };
  }
  if (!isRecord(body) || !(Object.hasOwn(body, 'result') || Object.hasOwn(body, 'error'))) return undefined;
  const { result, error, _timezone, _time, _serverTime } = body;
  const zone = TimeZone.safeParse(_timezone);
  return { result, error, zone: zone.data, serverTime: readText(_time) ?? readText(_serverTime) };
}

/** The rows of a list and how many there are in all; undefined when it is none. An empty map stands for an empty list. */
export function readList(result: unknown): { rows: WireRow[]; total: number | undefined } | undefined {
  if (Array.isArray(result)) return { rows: result.filter(isRecord), total: undefined };
  if (!isRecord(result)) return undefined;
  const { data, total } = result;
  if (!Array.isArray(data)) return undefined;
  const counted = readNumber(total);
  const isCount = counted !== undefined && Number.isSafeInteger(counted) && counted >= 0;
  return { rows: data.filter(isRecord), total: isCount ? counted : undefined };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
