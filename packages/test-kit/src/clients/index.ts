import { aiSdk } from './ai-sdk.ts';
import { inspector } from './inspector.ts';
import type { RealClient, Target } from './real-client.ts';
import { sdkV1 } from './sdk-v1.ts';
import { sdkV2 } from './sdk-v2.ts';

export { closedCalls, expectCallsFor, expectExactAnswer, withoutTime } from './answers.ts';
export { type AskingClient, askingClients } from './asked-person.ts';
export type { Answer, RealClient, StdioTarget, Target } from './real-client.ts';

/** Every client that our servers are tried with, and how it connects. */
export const realClients: readonly [title: string, connect: (target: Target) => Promise<RealClient>][] = [
  ['SDK v1, 2025-11-25', sdkV1],
  ['SDK v2, 2025-11-25', (target) => sdkV2('2025', target)],
  ['SDK v2, 2026-07-28', (target) => sdkV2('2026', target)],
  ['AI SDK', aiSdk],
  ['Inspector', inspector],
];
