import { readFileSync, writeFileSync } from 'node:fs';
import { createGateway } from '@voxolib/mcp-tools';
import { toolsDocument } from './tools-document.ts';

// `pnpm tools:docs` writes docs/tools.md; with --check it only says whether the file is as it would be written.
const path = new URL('../../../docs/tools.md', import.meta.url);
const text = toolsDocument(createGateway({ version: '0' }).definitions);

if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
} else if (readFileSync(path, 'utf8') !== text) {
  console.error('docs/tools.md is not what the tools say. Run: pnpm tools:docs');
  process.exitCode = 1;
}
