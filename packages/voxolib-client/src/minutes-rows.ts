import type { MinutesDay } from '@voxolib/telephony';
import { dig } from '@voxolib/upstream';
import { readDate } from './call-rows.ts';
import type { VoxolibContract } from './contract.ts';
import { readMinutes } from './figures.ts';

type MinutesOperation = VoxolibContract['operations']['minutes'];

/** One day of minutes. A kind that is missing is an error: it would be read as zero minutes. */
export function readMinutesDay(row: unknown, index: number, { fields, unit }: MinutesOperation): MinutesDay {
  const date = readDate(dig(row, fields.date), `row ${index + 1}, ${fields.date}`);
  const minutes = (place: string) => readMinutes(dig(row, place), unit, `${date}, ${place}`);
  return {
    date,
    fixed: minutes(fields.fixed),
    mobile: minutes(fields.mobile),
    intl: minutes(fields.intl),
    billable: minutes(fields.billable),
  };
}
