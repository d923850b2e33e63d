/** So many are worth a sentence each. */
const FEW = 3;

/** What is odd about some days: a sentence for each of a few, but one for many, so that a vendor's habit does not fill an answer. */
export function aboutDays<Day extends { date: string }>(
  days: readonly Day[],
  each: (day: Day) => string,
  all: (days: string) => string,
): string[] {
  if (days.length <= FEW) return days.map(each);
  const first = days.slice(0, FEW).map(({ date }) => date);
  return [all(`${days.length} days (${first.join(', ')}, …)`)];
}
