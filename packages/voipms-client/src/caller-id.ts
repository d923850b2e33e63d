import { comparable, toE164 } from './phone-number.ts';

export interface CallerId {
  /** E.164 where it can be; empty when it was withheld. */
  number: string;
  name?: string;
}

const FORM = /^\s*(?:"([^"]*)"|([^<"]*?))\s*<([^>]*)>\s*$/;
const WITHHELD = /^(anonymous|unavailable|unknown|private|restricted|withheld|asserted)?$/i;

/** Reads `"ACME" <4165550117>`, `4165550117`, or one of the words for a number that was withheld. */
export function readCallerId(text: string): CallerId {
  const [, quoted, plain, inside] = FORM.exec(text) ?? [];
  const written = (inside ?? text).trim();
  const name = (quoted ?? plain ?? '').trim();
  const number = WITHHELD.test(written) ? '' : toE164(written);
  const saysNumber = /^\+?[\d\s().-]+$/.test(name) && comparable(name) === comparable(written);
  return name === '' || saysNumber ? { number } : { number, name };
}
