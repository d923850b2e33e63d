import { createAsk } from '../doctor/deployment/ask.ts';
import { inspectDeployment } from '../doctor/deployment/inspect-deployment.ts';
import type { Observation } from '../doctor/deployment/observation.ts';

/** How this deployment looks from outside, and whether what it stands on answers. */
export interface SelfCheck {
  at: Date;
  observations: readonly Observation[];
  services: Services;
}

/** Only whether they answer; undefined where there is none. */
export interface Services {
  database?: boolean | undefined;
  redis?: boolean | undefined;
}

export interface SelfCheckOptions {
  publicUrl: URL;
  signIn: boolean;
  services(): Promise<Services>;
  keptMs?: number;
}

/** Everybody may ask, so that it looks at most once in this time, and once for all who ask meanwhile. */
const KEPT_MS = 30_000;

export function selfCheck({ publicUrl, signIn, services, keptMs = KEPT_MS }: SelfCheckOptions) {
  const ask = createAsk();
  let last: { from: number; result: Promise<SelfCheck> } | undefined;
  const look = async (): Promise<SelfCheck> => {
    const at = new Date();
    const deployment = { publicUrl, ask, now: () => new Date() };
    const options = { signInExpected: signIn, withRegistration: false };
    const [observations, state] = await Promise.all([inspectDeployment(deployment, options), services()]);
    return { at, observations, services: state };
  };
  return (): Promise<SelfCheck> => {
    const now = performance.now();
    if (last === undefined || now - last.from > keptMs) last = { from: now, result: look() };
    return last.result;
  };
}
