import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Runs the first TypeScript example of a package's README as it is written there.
 * @returns the lines that it printed, and those that its `// →` comments promise.
 */
export async function runReadmeExample(folder: string): Promise<{ printed: string[]; promised: string[] }> {
  const readme = await readFile(`${folder}/README.md`, 'utf8');
  const example = /```ts\n([\s\S]+?)```/.exec(readme)?.[1];
  if (example === undefined) throw new Error(`The README in ${folder} has no example`);
  const flags = ['--conditions=@voxolib/source', '--input-type=module-typescript', '--eval', example];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: folder });
  return {
    printed: stdout.trim().split('\n'),
    promised: [...example.matchAll(/\/\/ → (.*)/g)].map(([, line = '']) => line),
  };
}
