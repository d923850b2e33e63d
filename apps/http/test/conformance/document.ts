import type { ExpectedFailure } from './expected-failures.ts';
import { type Outcome, type Revision, revisions, suiteVersion } from './suite.ts';

export interface Results {
  /** By revision, with the suite's own fixtures as tools. */
  fixtures: Record<Revision, Map<string, Outcome>>;
  /** By revision, with the tools of this server. */
  ownTools: Record<Revision, Map<string, Outcome>>;
  required: Record<Revision, string[]>;
  expected: ExpectedFailure[];
}

/** `docs/conformance.md`. */
export function conformanceDocument(results: Results): string {
  const { expected, required } = results;
  const isRequired = (scenario: string) => revisions.some((revision) => required[revision].includes(scenario));
  const scenarios = [...new Set(revisions.flatMap((revision) => [...results.fixtures[revision].keys()]))].sort();
  return `# Conformance

Written by \`apps/http/test/conformance.test.ts\`, which fails when this page is not what it finds, and rewrites it
with \`-u\`.

The official suite, \`@modelcontextprotocol/conformance\` ${suiteVersion}, judges two servers on our HTTP stack:

- **Fixtures**: our Fastify server and \`/mcp\` route (host and origin checks, body parser, both eras) with the tools,
  prompts and resources that the suite asks for. Everybody is admitted, because the suite cannot send a token. Tools that only
  answer with content are answered on the short path of 2026-07-28, as our own are.
- **Own tools**: the whole server, with a proxy before it that adds a token. Most scenarios ask
  for a fixture by name, or for what this server does not have (–).

The suite has no scenario for a server that wants credentials; \`relay.test.ts\` and \`refusals.test.ts\` stand for those.

## Required scenarios

${table(scenarios.filter(isRequired), results)}

## Not met, and why

${reasons(expected.filter(({ scenario }) => isRequired(scenario)))}

A server without sessions answers each 2025-11-25 request alone; the same questions are asked with input-required results
in 2026-07-28. Log messages of a call travel on the stream of that call. This server itself declares neither logging nor
subscriptions.

## Run by the suite, required by no revision

${table(
  scenarios.filter((scenario) => !isRequired(scenario)),
  results,
)}

${reasons(expected.filter(({ scenario }) => !isRequired(scenario)))}
`;
}

function table(scenarios: readonly string[], { fixtures, ownTools }: Results): string {
  const columns = revisions.flatMap((revision) => [revision, 'own tools']);
  const rows = scenarios.map((scenario) => [
    scenario,
    ...revisions.flatMap((revision) => {
      const withFixtures = fixtures[revision].get(scenario);
      const own = ownTools[revision].get(scenario);
      return [withFixtures ?? '', own === undefined ? '' : own === 'passes' ? 'passes' : '–'];
    }),
  ]);
  return lines([['Scenario', ...columns], ['---', ...columns.map(() => '---')], ...rows]);
}

function reasons(expected: readonly ExpectedFailure[]): string {
  const rows = expected.map(({ scenario, check, reason }) => [check ?? scenario, reason]);
  return lines([['Scenario', 'Why'], ['---', '---'], ...rows]);
}

function lines(rows: readonly string[][]): string {
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
