interface Missing {
  start_date: string;
  end_date: string;
  days: number;
  reason: string;
  product?: string | undefined;
}

interface Facts {
  period?: { partial_until?: string | undefined };
  missing?: readonly Missing[] | undefined;
  warnings?: readonly string[] | undefined;
}

/** What a reader has to know about figures, as sentences; and whether days are missing. */
export function notesOn({ period, missing = [], warnings = [] }: Facts): { notes: string[]; incomplete: boolean } {
  const notes = [...warnings];
  if (period?.partial_until !== undefined) notes.push(`The last day is counted up to ${period.partial_until} only.`);
  for (const { start_date, end_date, days, reason, product } of missing) {
    const whose = product === undefined ? '' : ` of ${product}`;
    notes.push(`Missing${whose}: ${start_date} to ${end_date} (${days} days), in no figure above: ${reason}`);
  }
  return { notes, incomplete: missing.length > 0 };
}

/** A period in a line. */
export function periodInWords(period: { start_date: string; end_date: string; tz: string; days: number }): string {
  const { start_date, end_date, tz, days } = period;
  return `${start_date} to ${end_date}, ${days} ${days === 1 ? 'day' : 'days'} in ${tz}`;
}
