import { type ChangePlan, isTelephonyError, type PreparedChange, TelephonyError } from '@voxolib/telephony';
import type { Scope } from '../scopes.ts';
import { type ChangeAnswer, planAnswer } from './change-answer.ts';
import type { ConfirmedPlan } from './confirmation.ts';
import { digest } from './digest.ts';
import type { ChangeEnd, ChangeKey, Known } from './ledger.ts';
import { Question } from './question.ts';
import type { ChangeSession } from './session.ts';

export interface AskedChange {
  tool: { name: string; title: string; changeScope: Scope };
  subject: string;
  scopes: ReadonlySet<Scope>;
  /** The tool's own arguments. */
  request: Readonly<Record<string, unknown>>;
  control: { dryRun: boolean; confirmation: string | undefined; idempotencyKey: string | undefined };
  session: ChangeSession | undefined;
  /** Ends the planning when the caller has gone; a change that is under way goes on. */
  signal: AbortSignal;
  prepare(): Promise<PreparedChange>;
}

const DRY_RUN = 'Dry run: nothing was changed, because dry_run is not the boolean false.';
const CONFIRM =
  'Nothing was changed yet. Show the person this plan; when they agree, call again within ten minutes with the same arguments and this confirmation.';

/**
 * Plans a change, and makes it when that is asked for, allowed and confirmed: written down before anything is sent, once for each key,
 * one after another for each caller, and never again by itself.
 */
export async function runChange(asked: AskedChange): Promise<ChangeAnswer | Question> {
  const { tool, subject, control, session } = asked;
  if (control.dryRun) return planAnswer((await asked.prepare()).plan, { status: 'dry_run' }, [DRY_RUN]);
  if (session === undefined) throw new Error(`${tool.name} was to make a change without a session`);
  if (!asked.scopes.has(tool.changeScope)) throw lacks(tool.changeScope);

  const what = digest({ subject, tool: tool.name, request: asked.request, key: control.idempotencyKey });
  const entry = (key: string): ChangeKey => ({ subject, key, digest: what, tool: tool.name });
  if (control.idempotencyKey !== undefined) {
    const known = await session.ledger.look(entry(control.idempotencyKey));
    if (known.state !== 'new') return first(known, control.idempotencyKey);
  }
  const confirmed = await confirmedBy(asked, session);
  if (confirmed === 'declined') {
    return planAnswer((await asked.prepare()).plan, { status: 'declined' }, [
      'The person declined. Nothing was changed.',
    ]);
  }
  if (confirmed !== undefined && confirmed.asked !== what) throw otherArguments();
  const key = control.idempotencyKey ?? (confirmed && `confirmed:${confirmed.id}`);
  if (confirmed !== undefined && key !== undefined) {
    const known = await session.ledger.look(entry(key));
    if (known.state !== 'new') return first(known, key);
  }

  const prepared = await asked.prepare();
  if (prepared.plan.unchanged) {
    return planAnswer(prepared.plan, { status: 'unchanged' }, ['It is already so. Nothing was sent.']);
  }
  const plan = planDigest(prepared.plan);
  if (confirmed === undefined || key === undefined) {
    const state = await session.confirmations.mint(what, plan);
    if (session.canAsk) return new Question(tool.title, prepared.plan, state);
    return planAnswer(prepared.plan, { status: 'confirmation_needed', confirmation: state }, [CONFIRM]);
  }
  if (confirmed.plan !== plan) throw changedMeanwhile();
  asked.signal.throwIfAborted();
  return session.queue(subject, () => make(prepared, entry(key), session));
}

/** What the person has agreed to, in one of the two ways; undefined when nothing was confirmed yet. */
async function confirmedBy(
  { control }: AskedChange,
  session: ChangeSession,
): Promise<ConfirmedPlan | 'declined' | undefined> {
  if (control.confirmation !== undefined) return session.open(control.confirmation);
  if (session.asked === undefined || session.reply === 'none') return undefined;
  return session.reply === 'yes' ? session.asked : 'declined';
}

/** Makes the change. Once it is under way, it is not given up because its caller has gone. */
async function make(prepared: PreparedChange, entry: ChangeKey, session: ChangeSession): Promise<ChangeAnswer> {
  const claim = await session.ledger.claim(entry);
  if (claim.state !== 'claimed') return first(claim, entry.key);
  const end = await outcomeOf(prepared, entry.key);
  // What was made was made, also when its end cannot be written down; the entry then stays open, and is taken for unknown.
  const written = await claim.end(end).then(
    () => true,
    () => false,
  );
  const answer = answerOf(end);
  return written
    ? answer
    : { ...answer, notes: [...answer.notes, 'The record of this change could not be completed.'] };
}

async function outcomeOf(prepared: PreparedChange, key: string): Promise<ChangeEnd> {
  try {
    const { before, after, warnings } = await prepared.apply();
    const facts = { status: 'done' as const, idempotency_key: key, ...(warnings && { warnings }) };
    return { status: 'done', answer: planAnswer({ ...prepared.plan, before, after }, facts) };
  } catch (error) {
    if (!isTelephonyError(error)) {
      const message = 'The change may or may not have been made: this server failed while it was under way.';
      return { status: 'unknown', error: { code: 'UNKNOWN_OUTCOME', message } };
    }
    const { code, message } = error;
    return { status: code === 'UNKNOWN_OUTCOME' ? 'unknown' : 'failed', error: { code, message } };
  }
}

/** The result of the first call with a key. */
function first(known: Exclude<Known, { state: 'new' }>, key: string): ChangeAnswer {
  if (known.state === 'ended') return { ...answerOf(known.end), repeated: true };
  if (known.state === 'running') {
    throw new TelephonyError('CONFLICT', `The change with the key ${key} is still under way.`);
  }
  throw new TelephonyError(
    'CONFLICT',
    'This idempotency_key was used for another change. Use a new key for a new change.',
    { field: 'idempotency_key' },
  );
}

function answerOf(end: ChangeEnd): ChangeAnswer {
  if (end.status === 'done') return end.answer as ChangeAnswer;
  throw new TelephonyError(end.error.code, end.error.message);
}

function planDigest({ steps, before }: ChangePlan): string {
  return digest({ steps, before });
}

function lacks(scope: Scope): TelephonyError {
  return new TelephonyError(
    'FORBIDDEN',
    `To make the change needs the scope ${scope}, which this caller does not have. A dry run does not.`,
    { field: 'dry_run' },
  );
}

function otherArguments(): TelephonyError {
  return new TelephonyError(
    'INVALID_INPUT',
    'This confirmation is for another caller, tool or other arguments. Call without it to get one for these.',
    { field: 'confirmation' },
  );
}

function changedMeanwhile(): TelephonyError {
  return new TelephonyError(
    'CONFLICT',
    'What is there has changed since the plan was confirmed. Nothing was sent. Call without confirmation for the new plan.',
  );
}
