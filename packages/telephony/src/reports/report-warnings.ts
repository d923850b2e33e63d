/** More would fill the answer, and nobody would read them. */
const MOST = 10;

/** The warnings of several products, each with its product's name. */
export function warningsOf(reports: readonly { product: string; report: { warnings: readonly string[] } }[]): string[] {
  return fewWarnings(
    reports.flatMap(({ product, report }) => report.warnings.map((warning) => `${product}: ${warning}`)),
  );
}

/** The first of these warnings, and how many there are beyond them. */
export function fewWarnings(warnings: readonly string[]): string[] {
  if (warnings.length <= MOST) return [...warnings];
  const left = warnings.length - (MOST - 1);
  return [
    ...warnings.slice(0, MOST - 1),
    `${left} further warnings are left out. Ask for a shorter period to see them.`,
  ];
}
