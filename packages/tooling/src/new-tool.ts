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
  const lines = list.split('\n');
  const imports = lines.filter((line) => line.startsWith('import {'));
  imports.push(`import { ${camel} } from './${path}';`);
  imports.sort((a, b) => (a.split(' from ')[1] ?? '').localeCompare(b.split(' from ')[1] ?? ''));
  const rest = lines.filter((line) => !line.startsWith('import {')).join('\n');
  const withType = lines.find((line) => line.startsWith('import type'));
  const body = rest.replace(`${withType}\n`, '').replace(/\];\s*$/, `, ${camel}];\n`);
  return `${withType}\n${imports.join('\n')}\n${body.startsWith('\n') ? body : `\n${body}`}`;
}
