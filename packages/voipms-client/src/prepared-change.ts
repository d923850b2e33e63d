import { isDeepStrictEqual } from 'node:util';
import {
  type ChangeOutcome,
  type ChangePlan,
  type ChangeState,
  type OperationOptions,
  type PreparedChange,
  TelephonyError,
} from '@voxolib/telephony';
import type { MethodParams } from './params.ts';
import type { Session } from './session.ts';

/** A request of a plan. What it sends may depend on what earlier ones have answered, such as the id of what they made. */
export interface Step {
  method: string;
  /** As the plan shows it, where an id that does not exist yet is named in angle brackets. */
  params: MethodParams;
  /** What is really sent, from what is known by then. Undefined: nothing more has to be sent. */
  send?(): Promise<MethodParams | undefined> | MethodParams | undefined;
  /** Told what was answered. */
  answered?(data: Readonly<Record<string, unknown>>): void;
}

export interface Planned {
  steps: Step[];
  before: ChangeState;
  after: ChangeState;
  notes: string[];
}

/**
 * A change that is planned from what `plan` reads, and made by sending its steps one after the other, each once. Changes of one
 * credential are made one at a time in this process, so that two that want the same find it made.
 */
export async function preparedChange(
  session: Session,
  plan: (options: OperationOptions) => Promise<Planned>,
  options: OperationOptions,
): Promise<PreparedChange> {
  const planned = await plan(options);
  return {
    plan: shown(planned),
    apply: (given = {}) =>
      session.alone(given, async (): Promise<ChangeOutcome> => {
        const fresh = { ...given, fresh: true };
        const now = await plan(fresh);
        if (now.steps.length === 0) return { before: now.before, after: now.before };
        if (!isDeepStrictEqual(now.before, planned.before)) {
          throw new TelephonyError(
            'CONFLICT',
            'What it is about has changed since this was planned, so nothing was sent. Plan it anew.',
            { provider: 'voipms' },
          );
        }
        for (const { method, params, send, answered } of now.steps) {
          const sent = send === undefined ? params : await send();
          if (sent === undefined) continue;
          const { data } = await session.call(method, sent, given);
          answered?.(data);
        }
        const { before: after, steps } = await plan(fresh);
        return {
          before: planned.before,
          after,
          ...(steps.length > 0 && {
            warnings: [
              'VoIP.ms accepted the change, but what it shows afterwards is not yet what was planned. Look again.',
            ],
          }),
        };
      }),
  };
}

/** A request that sends something to somebody: nothing of the account is another afterwards. */
interface Sending {
  method: string;
  params: MethodParams;
  before: ChangeState;
  after: ChangeState;
  notes: string[];
  /** Reads again, just before it is sent. @throws when it can no longer be sent as planned */
  check(options: OperationOptions): Promise<unknown>;
}

/** Plans a sending, which is then made once. */
export function preparedSending(session: Session, sending: Sending): PreparedChange {
  const { method, params, before, after, notes, check } = sending;
  const all = [...notes, 'What was sent cannot be taken back.'];
  return {
    plan: shown({ steps: [{ method, params }], before, after, notes: all }),
    apply: (given = {}) =>
      session.alone(given, async () => {
        await check(given);
        await session.call(method, params, given);
        return { before, after };
      }),
  };
}

function shown({ steps, before, after, notes }: Planned): ChangePlan {
  return {
    steps: steps.map(({ method, params }) => ({
      method,
      params: Object.fromEntries(
        Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
      ),
    })),
    before,
    after,
    unchanged: steps.length === 0,
    notes,
  };
}
