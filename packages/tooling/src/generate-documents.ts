import { readFileSync, writeFileSync } from 'node:fs';
import { createGateway } from '@voxolib/mcp-tools';
import { cliDocument } from './cli-document.ts';
import { configurationDocument } from './configuration-document.ts';
import { daktelaLiveChecks, voipmsLiveChecks } from './live-checks-document.ts';
import { periodsDocument } from './periods-document.ts';
import { withAnswer } from './readme-answer.ts';
import { toolsDocument } from './tools-document.ts';

const gateway = createGateway({ version: '0' });

// `pnpm tools:docs` writes what code can generate; with --check it only says which file is not as it would be written.
const documents: Record<string, (current: string) => string | Promise<string>> = {
  'docs/tools.md': () => toolsDocument(gateway.definitions, gateway.otherNames),
  'docs/periods.md': () => periodsDocument('en'),
  'docs/periods.fr.md': () => periodsDocument('fr'),
  'docs/voipms-live-checks.md': voipmsLiveChecks,
  'docs/daktela-live-checks.md': daktelaLiveChecks,
  'docs/configuration.md': configurationDocument,
  'docs/cli.md': () => cliDocument('en'),
  'docs/cli.fr.md': () => cliDocument('fr'),
  'README.md': withAnswer,
};

for (const [path, write] of Object.entries(documents)) {
  const url = new URL(`../../../${path}`, import.meta.url);
  const current = readOrEmpty(url);
  const text = await write(current);
  if (text === current) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the code says. Run: pnpm tools:docs`);
    process.exitCode = 1;
  } else {
    writeFileSync(url, text);
    console.error(`wrote ${path}`);
  }
}

function readOrEmpty(url: URL): string {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return '';
  }
}
