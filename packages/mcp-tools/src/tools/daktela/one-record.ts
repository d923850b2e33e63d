import type { OneRecord } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { fitting, NOTICE } from './fitting.ts';
import { cleaned, holdsFence } from './listed.ts';
import { shown, type View } from './shown.ts';

/** What an answer about one record is told of beforehand; a model sees its members when it has them. */
export function oneOutput(name: string): z.ZodType<Record<string, unknown>> {
  return z.object({ [name]: z.looseObject({}) });
}

interface OneView<Row> {
  tz: string;
  row?(record: Row, view: View): Record<string, unknown>;
  /** How to read a text that was cut. */
  whole: string;
}

/** Longest texts of a record that is read alone, then shorter ones where the answer is too large. */
const LENGTHS = [50_000, 20_000, 10_000, 5000, 2000, 1000, 300] as const;

/** One record, with its texts as long as they fit. */
export function oneRecord<Row extends object>(
  name: string,
  { record, as_of, warnings }: OneRecord<Row>,
  { tz, row = shown, whole }: OneView<Row>,
): Record<string, unknown> {
  return fitting({ tz, lengths: LENGTHS, rows: { count: 1, skip: 0 }, whole }, (view, _, form) => {
    const entry = row(record, view);
    return { ...(holdsFence(entry) && { notice: NOTICE }), ...form(), [name]: entry, as_of, ...cleaned(warnings) };
  });
}
