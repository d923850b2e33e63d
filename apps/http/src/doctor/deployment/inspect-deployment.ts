import { clientProfiles } from '../../clients/index.ts';
import { arrival } from './arrival.ts';
import { undeterred } from './ask.ts';
import { authorization, type Challenge, challenge } from './challenge.ts';
import { clientFit } from './client-fit.ts';
import { clock } from './clock.ts';
import type { Deployment } from './deployment.ts';
import { metadata } from './metadata.ts';
import { type Observation, ok, problem } from './observation.ts';
import { reach } from './reach.ts';
import { redirects } from './redirects.ts';
import { hosts, origins } from './senders.ts';
import { stream } from './stream.ts';

export interface InspectOptions {
  /** Sign-in is switched on in the configuration, so that its absence is a mistake. */
  signInExpected: boolean;
  /** Also asks the registration what it accepts, of which an address may ask only so many an hour. */
  withRegistration: boolean;
}

/** Looks at a deployment through its public address, as the known clients do. Failures are observations. */
export async function inspectDeployment(given: Deployment, options: InspectOptions): Promise<Observation[]> {
  const reached = await reach(given);
  if (reached.answer === undefined) return [reached.seen];
  const deployment = { ...given, ask: undeterred(given.ask) };
  // At once, so that an address where nothing answers takes the time of a few questions and not of all.
  const [arrived, streamed, challenged] = await Promise.all([
    arrival(deployment),
    stream(deployment),
    challenge(deployment),
  ]);
  const last = [streamed, clock(reached.answer, deployment.now())];
  // The endpoint refuses what comes for another host, and that is all there is to see of it.
  if (arrived.code === 'host-refused') return [reached.seen, arrived, ...last];
  const first = [reached.seen, arrived, challenged.seen];
  if (!challenged.answers) return [...first, ...last];
  const [arrives, signIn, senders, host] = await Promise.all([
    challenged.seen.code === 'challenge-stripped' ? [] : authorization(deployment),
    lookAtSignIn(deployment, options, challenged),
    origins(deployment),
    hosts(deployment),
  ]);
  return [...first, arrives, ...signIn, ...senders, host, ...last].flat();
}

async function lookAtSignIn(
  deployment: Deployment,
  { signInExpected, withRegistration }: InspectOptions,
  { seen: challenged }: Challenge,
): Promise<Observation[]> {
  const { seen, documents } = await metadata(deployment);
  if (challenged.code === 'asks-for-a-token') {
    return signInExpected || documents.size > 0 ? [problem('metadata', 'sign-in-missing')] : [];
  }
  // What the challenge has said of its address, the documents need not say again.
  const news = seen.filter(({ code }) => code !== challenged.code);
  const leads = challenged.code === 'asks-to-sign-in';
  return [
    ...(seen.length > 0 ? news : [ok('metadata', 'metadata-right')]),
    ...clientProfiles.map((profile) => clientFit(profile, documents, leads)),
    ...(withRegistration ? await redirects(deployment, documents) : []),
  ];
}
