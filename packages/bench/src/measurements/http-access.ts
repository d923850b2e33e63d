import { setImmediate } from 'node:timers/promises';
import Fastify from 'fastify';
import { createVerdicts } from '../../../../apps/http/src/mcp/verdicts.ts';
import { roundsOf } from '../http/contest.ts';
import { reportHolds } from '../http/holds.ts';
import { callsOf } from '../http/request.ts';
import { instantCaller, variedTools } from '../http/servers/gateway.ts';
import { measuredAccess } from '../http/servers/measured-access.ts';
import { cpuPerRun } from '../in-process/cpu-per-run.ts';
import { week } from '../instant-account.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { best, median } from '../turns.ts';
import { CALLED } from '../variations.ts';

const TOOLS = 40;
const UNIT = 'µs CPU';

/** A call with a token of the gateway: beside one that is relayed, how many there are in a second, and what each step costs. */
export const httpAccess: Measurement = {
  name: 'http-access',
  async run(settings) {
    const rounds = await roundsOf(settings, callsOf(week), reportHolds(week), {
      relayed: ['gateway', TOOLS],
      static: ['staticTokenGateway', TOOLS],
      signedIn: ['accessTokenGateway', TOOLS],
    });
    const cpu = (name: keyof typeof rounds) => best(rounds[name].map((round) => round.cpu));
    const rate = (name: keyof typeof rounds) => median(rounds[name].map((round) => round.rate));
    const relayed = { what: 'relayed', cost: cpu('relayed') };
    const { verifyStatic, verifySignedIn, ...others } = await stepsOf(settings.rounds);
    return [
      { what: '`tools/call` with a static token', unit: UNIT, ours: cpu('static'), reference: relayed, target: 2 },
      { what: '`tools/call` after a sign-in', unit: UNIT, ours: cpu('signedIn'), reference: relayed, target: 2 },
      { what: '`tools/call` with a static token, calls a second', unit: '', ours: rate('static'), least: 1000 },
      { what: '`tools/call` after a sign-in, calls a second', unit: '', ours: rate('signedIn'), least: 1000 },
      ...shares('a call with a static token', cpu('static'), { ...others, verify: verifyStatic }),
      ...shares('a call after a sign-in', cpu('signedIn'), { ...others, verify: verifySignedIn }),
    ];
  },
};

interface Steps {
  verify: number;
  judge: number;
  limits: number;
  audit: number;
  tool: number;
}

/** What each step costs when it is done again and again by itself, with all that it writes. */
async function stepsOf(rounds: number) {
  const server = Fastify();
  const { staticTokens, authorization, limits, audit, ...tokens } = await measuredAccess(server);
  const staticToken = await tokens.staticToken('bench');
  const accessToken = await tokens.accessToken('bench');
  const verdicts = createVerdicts(async () => 'accepted');
  const toolServer = variedTools(TOOLS);
  const { headers, body } = callsOf(week);
  const request = { headers, body: JSON.parse(body) };
  const judged = await verdicts.of(accessToken);
  const caller = await instantCaller()(accessToken, judged);
  const { signal } = new AbortController();
  const start = {
    subject: 'bench',
    tokenId: 'bench',
    tool: CALLED,
    scope: 'mcp.stats.read',
    changes: false,
    arguments: request.body.params.arguments,
    credentials: [`bench.${'0'.repeat(64)}`],
  };
  const cost = await cpuPerRun(
    rounds,
    inSixteens({
      async verifyStatic() {
        const verified = await staticTokens.verify(staticToken, '127.0.0.1');
        if (!verified.valid || verified.credential() === undefined) throw new Error('The token does not count');
      },
      async verifySignedIn() {
        if ((await authorization.verifyAccessToken(accessToken)) === undefined) throw new Error('It does not count');
      },
      judge: async () => verdicts.of(staticToken),
      limits: async () => limits.admit({ subject: 'bench', tier: 'discover' }),
      audit: async () => audit.close(await audit.open(start), { status: 'ok' }),
      tool: async () => toolServer.answer(request, caller, {}, signal),
    }),
  );
  await server.close();
  return Object.fromEntries(Object.entries(cost).map(([step, sixteen]) => [step, sixteen / AT_ONCE])) as typeof cost;
}

const AT_ONCE = 16;

/** As many at once as there are connections under load; and what is to be written in between gets its turn. */
function inSixteens<Step extends string>(
  steps: Readonly<Record<Step, () => Promise<unknown>>>,
): Record<Step, () => Promise<unknown>> {
  const entries = Object.entries(steps) as [Step, () => Promise<unknown>][];
  const together = entries.map(([step, run]) => [
    step,
    async () => {
      await Promise.all(Array.from({ length: AT_ONCE }, run));
      await setImmediate();
    },
  ]);
  return Object.fromEntries(together) as Record<Step, () => Promise<unknown>>;
}

const stepNames: Record<keyof Steps, string> = {
  verify: 'verifying the token',
  judge: 'what is known of the account',
  limits: 'limits',
  audit: 'audit, with its writing',
  tool: 'the tool and its answer as JSON',
};

function shares(call: string, whole: number, steps: Steps): Figure[] {
  const reference = { what: 'the whole call', cost: whole };
  const known = Object.entries(stepNames) as [keyof Steps, string][];
  const rest = known.reduce((left, [step]) => left - steps[step], whole);
  const figure = (what: string, ours: number): Figure => ({
    what: `share of ${call}: ${what}`,
    unit: UNIT,
    ours,
    reference,
  });
  return [
    ...known.map(([step, what]) => figure(what, steps[step])),
    figure('HTTP, checks, log and everything else', rest),
  ];
}
