import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { quote } from './text.ts';

/** @throws InvalidParams that lists the valid names, when `name` is none of them. */
export function refuseUnknown(name: string, valid: readonly string[], of: string): void {
  if (valid.includes(name)) return;
  throw invalidParams(`Unknown argument ${quote(name)}. ${takes(of, valid)}`);
}

/** Which arguments something takes, as a sentence. */
export function takes(of: string, valid: readonly string[]): string {
  return valid.length === 0 ? `${of} takes no arguments.` : `${of} takes ${valid.join(', ')}.`;
}

export function invalidParams(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
