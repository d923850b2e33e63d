import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { type ErrorCode, isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { type AnswerFacts, answerFacts } from './answer-facts.ts';
import { countTokens, fit } from './budget.ts';
import type { Mask } from './privacy/mask.ts';
import { compactText, plain } from './text.ts';

/** The key of `_meta` under which a failed call carries its code, for programs. */
export const ERROR_META_KEY = 'com.voxolib/error';

/** A file that comes with an answer: inside it when it fits, otherwise as a link that `resources/read` follows; or sound. */
export type Attachment = AttachedFile | AttachedSound;

/** Sound, which a client plays. It is no text, and costs no tokens. */
interface AttachedSound {
  mimeType: string;
  sound: Uint8Array;
}

interface AttachedFile {
  uri: string;
  name: string;
  mimeType: string;
  bytes: number;
  /** Absent when the file is too large for the answer. */
  text?: string;
}

const attachments = new WeakMap<object, Attachment>();

/** Adds a file to what a tool returns. */
export function attach<Data extends object>(data: Data, attachment: Attachment): Data {
  attachments.set(data, attachment);
  return data;
}

/** An answer, and what may be known of it outside. */
interface Success {
  result: CallToolResult;
  facts: AnswerFacts;
}

/**
 * What a tool returned, as MCP content: the data, and a text that states the same facts; coarser when it is too large. With a mask,
 * nobody in it is named.
 */
export async function successWithin(title: string, data: object, maxTokens: number, mask?: Mask): Promise<Success> {
  const attachment = attached(data, mask);
  const file = attachment !== undefined && 'text' in attachment ? (attachment.text ?? '') : '';
  const heading = mask === undefined ? title : `${title} ${MASKED}`;
  let text = '';
  let shown: object = {};
  let pieces: string[] = [];
  await fit(data, maxTokens, (candidate) => {
    shown = mask?.data(candidate) ?? candidate;
    text = compactText(heading, shown);
    pieces = [text, JSON.stringify(shown), file];
    return countTokens(pieces, maxTokens);
  });
  return {
    result: {
      content: [{ type: 'text', text }, ...(attachment === undefined ? [] : [fileOf(attachment)])],
      structuredContent: shown as Record<string, unknown>,
    },
    facts: answerFacts(
      shown,
      pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0),
    ),
  };
}

/** What the title of an answer says where people in it are not named. */
const MASKED = '(‹…›: a person, number or address, the same throughout this answer alone; ids are real)';

function attached(data: object, mask: Mask | undefined): Attachment | undefined {
  const attachment = attachments.get(data);
  if (mask === undefined || attachment === undefined) return attachment;
  // Nobody can be hidden in sound, nor in a file that is read elsewhere.
  if ('sound' in attachment || attachment.text === undefined) return undefined;
  const { text } = mask.data({ text: attachment.text });
  return { ...attachment, text, bytes: Buffer.byteLength(text) };
}

function fileOf(attachment: Attachment): CallToolResult['content'][number] {
  if ('sound' in attachment) {
    const { mimeType, sound } = attachment;
    return { type: 'audio', mimeType, data: Buffer.from(sound).toString('base64') };
  }
  const { uri, name, mimeType, bytes, text } = attachment;
  if (text === undefined) return { name, uri, mimeType, size: bytes, type: 'resource_link' };
  return { type: 'resource', resource: { uri, mimeType, text } };
}

/** What went wrong, as MCP content that tells the reader what to do next. */
export function failure(error: unknown, mask?: Mask): CallToolResult {
  const known = isTelephonyError(error) ? error : undefined;
  const said = known === undefined ? INTERNAL : words(known);
  return {
    isError: true,
    content: [{ type: 'text', text: mask?.text(said, known?.people) ?? said }],
    _meta: { [ERROR_META_KEY]: known === undefined ? { code: 'INTERNAL' } : facts(known) },
  };
}

/** What went wrong, where the protocol has no other place for it than an error of its own. */
export function protocolFailure(error: unknown): ProtocolError {
  if (error instanceof ProtocolError) return error;
  if (!isTelephonyError(error)) return new ProtocolError(ProtocolErrorCode.InternalError, INTERNAL);
  const callers: readonly ErrorCode[] = ['INVALID_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'CONFLICT'];
  const code = callers.includes(error.code) ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  return new ProtocolError(code, words(error), { [ERROR_META_KEY]: facts(error) });
}

const INTERNAL =
  'This server failed while it worked on the call; the arguments are not the cause. ' +
  'Try once more, then tell the operator of this server, with the time of the call.';

const nextStep: Record<ErrorCode, string> = {
  INVALID_INPUT: 'Correct the arguments and call again.',
  NOT_FOUND: 'Check the name or id and call again.',
  FORBIDDEN: '',
  CONFLICT: 'Look at what is there now and call again.',
  UNKNOWN_OUTCOME: 'Do not send it again before you have looked.',
  UNAUTHENTICATED: 'The user must give this connection credentials that are valid; calling again does not help.',
  CONFIGURATION: 'The operator of this server must correct its configuration; calling again does not help.',
  RATE_LIMITED: 'Call again later.',
  UNAVAILABLE: 'Call again later; nothing is wrong with the arguments.',
  BAD_RESPONSE: 'Tell the operator of this server; calling again does not help.',
};

function words(error: TelephonyError): string {
  const wait = error.retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(error.retryAfterMs / 1000));
  const next = wait === undefined ? nextStep[error.code] : `Call again in ${wait} s.`;
  // A message may name what others have called themselves.
  return [plain(error.message), next].filter(Boolean).join(' ');
}

function facts(error: TelephonyError): Record<string, string | number> {
  return {
    code: error.code,
    ...(error.field !== undefined && { field: error.field }),
    ...(error.provider !== undefined && { provider: error.provider }),
    ...(error.retryAfterMs !== undefined && { retry_after_ms: error.retryAfterMs }),
  };
}
