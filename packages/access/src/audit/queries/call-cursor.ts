import { TelephonyError } from '@voxolib/telephony';

/** A place in the list of calls by time. It opens nothing: what may be seen is for the filters to say. */
export interface CallPlace {
  readonly started_at: number;
  readonly id: string;
}

export function toCursor({ started_at, id }: CallPlace): string {
  return `${started_at}-${id}`;
}

/** Throws `INVALID_INPUT`. */
export function fromCursor(cursor: string): CallPlace {
  const [, time, id] = /^(\d{1,15})-([\da-f-]{36})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) {
    throw new TelephonyError('INVALID_INPUT', 'The cursor is not one that this list has given.', { field: 'cursor' });
  }
  return { started_at: Number(time), id };
}
