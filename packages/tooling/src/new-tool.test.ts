import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addToList, testFile, toolFile } from './new-tool.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const list = readFileSync(join(root, 'packages/mcp-tools/src/tools/index.ts'), 'utf8');

test('a new tool is listed last, and its import in order', () => {
  const changed = addToList(list, 'voxolib_call_costs');
  expect(changed).toContain("import { callCosts } from './voxolib/call-costs.ts';\nimport { didCalls }");
  expect(changed).toMatch(/, callCosts\];\n$/);
  expect(() => addToList(changed, 'voxolib_call_costs')).toThrow('listed already');
});

// A whole package is checked, which takes its time on a machine that has other work.
test('what is written type-checks as it is', { timeout: 90_000 }, () => {
  const copy = mkdtempSync(join(tmpdir(), 'new-tool-'));
  const sourcesOf = (name: string) => {
    const filter = (path: string) => !/\/(node_modules|dist)$/.test(path);
    cpSync(join(root, 'packages', name), join(copy, 'packages', name), { recursive: true, filter });
    symlinkSync(join(root, 'packages', name, 'node_modules'), join(copy, 'packages', name, 'node_modules'));
    return join(copy, 'packages', name);
  };
  try {
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    sourcesOf('tooling');
    const tools = join(sourcesOf('mcp-tools'), 'src/tools');
    writeFileSync(join(tools, 'index.ts'), addToList(list, 'voxolib_call_costs'));
    writeFileSync(join(tools, 'voxolib/call-costs.ts'), toolFile('voxolib_call_costs', "Call's costs"));
    writeFileSync(join(tools, 'voxolib/call-costs.test.ts'), testFile('voxolib_call_costs'));
    const checked = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'packages/mcp-tools'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(checked.stdout).toBe('');
    expect(checked.status).toBe(0);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
