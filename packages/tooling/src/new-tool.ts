/** The names that follow from a tool's: `voxolib_call_costs` is `callCosts` in `voxolib/call-costs.ts`. */
export function names(tool: string): { vendor: string; camel: string; path: string; testPath: string } {
  const [vendor = '', ...words] = tool.split('_');
  const camel = words.map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('');
  const base = `${vendor}/${words.join('-')}`;
  return { vendor, camel, path: `${base}.ts`, testPath: `${base}.test.ts` };
}

export function toolFile(tool: string, title: string): string {
  const { vendor, camel } = names(tool);
  return `import { NumberCount } from '@voxolib/telephony';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';

export const ${camel} = defineTool({
  name: '${tool}',
  title: '${title.replaceAll("'", "\\'")}',
  description: \`What it does, in one line.

Use it when … . Not for … .\`,
  needs: '${vendor}',
  scope: 'mcp.stats.read',
  effects: READS,
  input: z.strictObject({}),
  output: NumberCount,
  run(_, { ${vendor}, signal }) {
    return ${vendor}.numbers.count({ signal });
  },
});
`;
}

export function testFile(tool: string): string {
  return `import { connect } from '@voxolib/test-kit';
import { expect, test } from 'vitest';
import { caller, toolServer } from '../../../test/callers.ts';

test('${tool} answers', async () => {
  const client = await connect(() => toolServer.serve(caller()));
  const result = await client.callTool({ name: '${tool}' });
  expect(result.structuredContent).toMatchObject({ source: { provider: 'fake' } });
});
`;
}

/** The list of tools with one more. Imports stay sorted by path; the tool comes last. */
export function addToList(list: string, tool: string): string {
  const { camel, path } = names(tool);
  if (list.includes(`./${path}'`)) throw new Error(`${tool} is listed already`);
  const source = (line: string) => line.split(' from ')[1] ?? '';
  const added = `import { ${camel} } from './${path}';`;
  const lines = list.split('\n');
  const imports = lines.filter((line) => line.startsWith('import {'));
  const before = imports.find((line) => source(line) > source(added));
  const at = before === undefined ? lines.lastIndexOf(imports.at(-1) ?? '') + 1 : lines.indexOf(before);
  return lines
    .toSpliced(at, 0, added)
    .join('\n')
    .replace(/,?\s*\];\s*$/, `, ${camel}];\n`);
}
