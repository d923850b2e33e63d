import { dig, readText, withDeadline } from '@voxolib/upstream';
import type { VoxolibContract } from './contract.ts';
import type { WireRequest } from './transport.ts';

type KnownCode = keyof VoxolibContract['errors']['codes'];

/** What is understood of an error's body. The rest of it goes no further. */
export interface ErrorBody {
  code: KnownCode | undefined;
  /** The argument that is refused, by our name for it. */
  field: string | undefined;
}

const LIMITS = { bytes: 64 * 1024, milliseconds: 1000 };

/** Reads an error's body as far as it comes soon; the status says enough without it. */
export async function readErrorBody(
  contract: VoxolibContract,
  request: WireRequest,
  response: Response,
  signal: AbortSignal,
): Promise<ErrorBody> {
  const body = await readJson(response, signal);
  const { code: codePlace, field: fieldPlace, codes } = contract.errors;
  const code = dig(body, codePlace);
  const field = dig(body, fieldPlace);
  const operation = contract.operations[request.operation];
  const names = 'query' in operation ? Object.entries(operation.query) : [];
  return {
    code: (Object.keys(codes) as KnownCode[]).find((known) => codes[known] === code),
    field: names.find(([, wireName]) => wireName === field)?.[0],
  };
}

async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  const limits = { milliseconds: LIMITS.milliseconds, expired: () => new Error('slow'), parent: signal };
  try {
    const text = await withDeadline(limits, () => readText(response, { left: LIMITS.bytes }));
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
