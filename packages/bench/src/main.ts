import { readCommandLine, usage } from './command-line.ts';
import type { Figure } from './measurement.ts';
import { measurements } from './measurements/index.ts';
import { json, markdown } from './report.ts';

const line = readCommandLine(process.argv.slice(2));
const unknown = line.only.filter((name) => !measurements.some((measurement) => measurement.name === name));
if (unknown.length > 0) {
  const names = measurements.map(({ name }) => name).join(', ');
  console.error(`There is no measurement ${unknown.join(', ')}. There are: ${names}.\n${usage}`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const { name, run } of measurements) {
  if (line.only.length > 0 && !line.only.includes(name)) continue;
  console.error(`measuring ${name} …`);
  try {
    figures.push(...(await run({ rounds: line.rounds ?? 10, profileTo: line.profileTo })));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
process.stdout.write(`${line.json ? json(figures) : markdown(figures)}\n`);
