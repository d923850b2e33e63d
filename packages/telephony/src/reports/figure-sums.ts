import type { FigureCell } from './compare.ts';

/** The sums of all figures, exact to the millionth. */
export function sumsOf(cells: readonly FigureCell[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { value } of cells) addFigures(total, value);
  return total;
}

/** Adds figures to others, in place. */
export function addFigures(into: Record<string, number>, value: Readonly<Record<string, number>>): void {
  for (const [figure, number] of Object.entries(value)) into[figure] = exact((into[figure] ?? 0) + number);
}

/** Free of what binary fractions leave behind. */
export function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
