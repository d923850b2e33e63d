import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { addToList, names, testFile, toolFile } from './new-tool.ts';

// `pnpm new voxolib_call_costs "Call costs"` writes a tool, its test and its line in the list of tools.
const [name = '', title = ''] = process.argv.slice(2);
const tools = new URL('../../mcp-tools/src/tools/', import.meta.url);

if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name) || title === '') {
  console.error('Usage: pnpm new <vendor>_<what> "<Title>", for example: pnpm new voxolib_call_costs "Call costs"');
  process.exitCode = 2;
} else {
  const list = new URL('index.ts', tools);
  const { path, testPath } = names(name);
  const changed = addToList(readFileSync(list, 'utf8'), name);
  mkdirSync(dirname(new URL(path, tools).pathname), { recursive: true });
  writeFileSync(new URL(path, tools), toolFile(name, title), { flag: 'wx' });
  writeFileSync(new URL(testPath, tools), testFile(name), { flag: 'wx' });
  writeFileSync(list, changed);
  console.error(`Wrote ${path} and ${testPath}, and listed ${name}.
Now let run() return real data. The tests then ask for:
  a call of it in packages/test-kit/src/clients/answers.ts, which every real client makes
  its French words in apps/http/src/pages/tools.fr.ts
  npx vitest run packages/mcp-tools -u    which shows it to every model: read the change of surface.json
  pnpm tools:docs && pnpm changeset`);
}
