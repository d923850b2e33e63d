import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export const revisions = ['2025-11-25', '2026-07-28'] as const;
export type Revision = (typeof revisions)[number];

/** How a scenario ended. `warning`: a recommendation is not met; `skipped`: nothing of it applies. */
export type Outcome = 'passes' | 'fails' | 'warning' | 'skipped';

export interface SuiteRun {
  exitCode: number;
  output: string;
  outcomes: Map<string, Outcome>;
}

const require = createRequire(import.meta.url);
const manifest = require.resolve('@modelcontextprotocol/conformance/package.json');
const folder = dirname(manifest);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(manifest, 'utf8')));

/** The version of the suite. */
export const suiteVersion = version;

/** Runs every scenario that the suite has for a revision, in a process of its own. */
export async function runSuite(endpoint: string, revision: Revision, expectedFailures?: string): Promise<SuiteRun> {
  const results = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    const suite = [join(folder, 'dist/index.js'), 'server', '--url', endpoint, '--requirements', revision];
    const baseline = expectedFailures === undefined ? [] : ['--expected-failures', expectedFailures];
    const { exitCode, output } = await run([...suite, '-o', results, ...baseline]);
    return { exitCode, output, outcomes: await outcomesIn(results) };
  } finally {
    await rm(results, { recursive: true });
  }
}

/** The scenarios without which a server does not conform to a revision, as the suite itself lists them. */
export async function requiredScenarios(revision: Revision): Promise<string[]> {
  const list = await readFile(join(folder, 'requirements', `${revision}.yaml`), 'utf8');
  const server = /^server:\n((?: {2}- .*\n)+)/m.exec(list)?.[1] ?? '';
  return server.split('\n').flatMap((line) => line.match(/^ {2}- (\S+)$/)?.[1] ?? []);
}

function run(args: string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}

const Checks = z.array(z.object({ status: z.enum(['SUCCESS', 'FAILURE', 'WARNING', 'SKIPPED', 'INFO']) }));

/** Each scenario leaves a folder `server-<scenario>-<time>` with its checks. */
async function outcomesIn(results: string): Promise<Map<string, Outcome>> {
  const folders = (await readdir(results)).sort();
  return new Map(
    await Promise.all(
      folders.map(async (name): Promise<[string, Outcome]> => {
        const scenario = name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT[\d-]+Z$/, '');
        const checks = Checks.parse(JSON.parse(await readFile(join(results, name, 'checks.json'), 'utf8')));
        return [scenario, outcomeOf(new Set(checks.map(({ status }) => status)))];
      }),
    ),
  );
}

function outcomeOf(statuses: ReadonlySet<string>): Outcome {
  if (statuses.has('FAILURE')) return 'fails';
  if (statuses.has('WARNING')) return 'warning';
  return statuses.has('SUCCESS') ? 'passes' : 'skipped';
}
