import { availableParallelism } from 'node:os';
import type { Figure } from './measurement.ts';

/** What the figures depend on beside the code. */
function surroundings() {
  return { date: new Date().toISOString().slice(0, 10), node: process.version, cores: availableParallelism() };
}

/** The figures as a Markdown table: ratios to compare, absolute costs beside them for context. */
export function markdown(figures: readonly Figure[]): string {
  const { date, node, cores } = surroundings();
  const rows = figures.map(({ what, unit, ours, reference, target, least }) => [
    what,
    amount(ours, unit),
    reference === undefined ? '' : `${amount(reference.cost, unit)} (${reference.what})`,
    reference === undefined ? '' : (ours / reference.cost).toFixed(2),
    target === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${target}`,
  ]);
  const table = [['What', 'Ours', 'Reference', 'Ratio', 'Target'], ['---', '--:', '--:', '--:', '--:'], ...rows];
  return [`${date}, Node ${node}, ${cores} cores`, '', ...table.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

export function json(figures: readonly Figure[]): string {
  const withRatios = figures.map((figure) => ({
    ...figure,
    ...(figure.reference && { ratio: figure.ours / figure.reference.cost }),
  }));
  return JSON.stringify({ ...surroundings(), figures: withRatios }, undefined, 2);
}

function amount(cost: number, unit: string): string {
  return `${cost < 10 ? cost.toFixed(1) : Math.round(cost)} ${unit}`.trimEnd();
}
