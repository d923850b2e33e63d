import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conformanceDocument } from './conformance/document.ts';
import { expectedFailures, expectedFailuresFile } from './conformance/expected-failures.ts';
import { fixtureAnswer, fixtureServer } from './conformance/fixtures/server.ts';
import { startStack } from './conformance/stack.ts';
import { type Revision, requiredScenarios, revisions, runSuite, type SuiteRun } from './conformance/suite.ts';
import { startTokenProxy } from './conformance/token-proxy.ts';
import { startGateway } from './support/gateway.ts';

const documentFile = fileURLToPath(new URL('../../../docs/conformance.md', import.meta.url));

let shortcuts = 0;
let fixtures: Record<Revision, SuiteRun>;
let ownTools: Record<Revision, SuiteRun>;
const open: { close(): unknown }[] = [];

/** One after the other: the suite waits for some answers no longer than half a second. */
async function eachRevision<T>(work: (revision: Revision) => Promise<T>): Promise<Record<Revision, T>> {
  return { '2025-11-25': await work('2025-11-25'), '2026-07-28': await work('2026-07-28') };
}

beforeAll(async () => {
  const stack = await startStack({
    serve: fixtureServer,
    openStream: async () => ({ allowed: true, close() {} }),
    answer(request) {
      const answer = fixtureAnswer(request);
      if (answer !== undefined) shortcuts++;
      return answer;
    },
  });
  open.push(stack);
  fixtures = await eachRevision((revision) => runSuite(stack.endpoint, revision, expectedFailuresFile));

  const gateway = await startGateway();
  open.push(gateway);
  const proxy = await startTokenProxy(gateway.origin, gateway.sandbox.voxolib.accounts.demo.token);
  open.push(proxy);
  ownTools = await eachRevision((revision) => runSuite(`${proxy.origin}/mcp`, revision));
}, 120_000);
afterAll(() => Promise.all(open.reverse().map((one) => one.close())));

const isUnmet = ({ outcomes }: SuiteRun, scenario: string) =>
  ['fails', 'warning'].includes(outcomes.get(scenario) ?? '');

describe.each(revisions)('the scenarios required by %s', (revision) => {
  test('all ran', async () => {
    const required = await requiredScenarios(revision);
    expect(required.length).toBeGreaterThan(0);
    expect([...fixtures[revision].outcomes.keys()]).toEqual(expect.arrayContaining(required));
  });

  test('pass, but for those that are listed with a reason', () => {
    const { exitCode, output } = fixtures[revision];
    expect(exitCode, output.slice(-3000)).toBe(0);
  });
});

test('2026-07-28 is met without an exception', async () => {
  const { outcomes } = fixtures['2026-07-28'];
  for (const scenario of await requiredScenarios('2026-07-28')) {
    expect(outcomes.get(scenario), scenario).toBe('passes');
  }
});

test('the short path of calls was judged too', () => {
  expect(shortcuts).toBeGreaterThanOrEqual(5);
});

test('what is listed as unmet is unmet, and nothing else is', async () => {
  const listed = new Set((await expectedFailures()).map(({ scenario }) => scenario));
  const runs = Object.values(fixtures);
  const unmet = runs.flatMap((run) => [...run.outcomes.keys()].filter((scenario) => isUnmet(run, scenario)));
  expect([...listed].sort()).toEqual([...new Set(unmet)].sort());
});

test.each([
  ['2025-11-25', ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection']],
  ['2026-07-28', ['tools-list', 'server-sse-multiple-streams', 'dns-rebinding-protection', 'http-header-validation']],
] as const)('with its own tools and its own credentials the server meets what applies to it of %s', (revision, all) => {
  for (const scenario of all) expect(ownTools[revision].outcomes.get(scenario), scenario).toBe('passes');
});

test('the page about it says the same', async () => {
  const outcomes = (runs: Record<Revision, SuiteRun>) => eachRevision(async (revision) => runs[revision].outcomes);
  const document = conformanceDocument({
    fixtures: await outcomes(fixtures),
    ownTools: await outcomes(ownTools),
    required: await eachRevision(requiredScenarios),
    expected: await expectedFailures(),
  });
  await expect(document).toMatchFileSnapshot(documentFile);
});
