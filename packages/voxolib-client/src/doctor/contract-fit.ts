import { isTelephonyError, type Period } from '@voxolib/telephony';
import { dig } from '@voxolib/upstream';
import { callVoxolib } from '../call.ts';
import { kindOf } from '../figures.ts';
import type { Settings } from '../options.ts';
import type { WireRequest } from '../transport.ts';
import { failed } from './advice.ts';
import { type Expectation, type ExpectedField, expectations } from './expectations.ts';
import type { Finding } from './finding.ts';
import { sketch } from './sketch.ts';

/** Reads each report once, and compares what comes with the contract, field by field. */
export async function checkContractFit(
  settings: Settings,
  period: Period,
  signal: AbortSignal | undefined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const expectation of expectations(settings.contract, period)) {
    const { request } = expectation;
    const check = titleOf(request);
    try {
      const reply = await callVoxolib(settings, signal, (read) => read(request));
      findings.push(...compare(reply, expectation));
      findings.push({ check, level: 'ok', found: `The shape of the reply: ${sketch(reply)}` });
    } catch (error) {
      const finding = failed(check, error);
      const isUnfit = isTelephonyError(error) && ['BAD_RESPONSE', 'INVALID_INPUT'].includes(error.code);
      findings.push(isUnfit ? { ...finding, advice: correct(request, 'path or query') } : finding);
    }
  }
  return findings;
}

function compare(reply: unknown, { request, holder, fields }: Expectation): Finding[] {
  const check = `${titleOf(request)}: ${holder.place || 'the reply'}`;
  const found = dig(reply, holder.place);
  const rows = holder.name === 'rows' ? found : [found];
  if (!Array.isArray(rows) || (holder.name === 'counts' && kindOf(found) !== 'an object')) {
    const expected = holder.name === 'rows' ? 'a list of days' : 'an object of counts';
    return [
      {
        check,
        level: 'problem',
        found: `It is ${kindOf(found)} where ${expected} should be.`,
        advice: correct(request, holder.name),
      },
    ];
  }
  if (rows.length === 0) {
    const advice = 'Run this again with an account that had calls in these days.';
    return [{ check, level: 'warning', found: 'The list is empty, so its fields cannot be compared.', advice }];
  }
  return fields.map((field) => compareField(rows, request, field));
}

function compareField(rows: readonly unknown[], request: WireRequest, field: ExpectedField): Finding {
  const check = `${titleOf(request)}: ${field.place}`;
  const advice = correct(request, `fields.${field.name}`);
  const values = rows.map((row) => dig(row, field.place));
  if (field.optional === true && values.every((value) => value === undefined)) {
    const found = 'It is missing everywhere. Reports can do without it, but the reply may have it under another name.';
    return { check, level: 'warning', found, advice };
  }
  const problems = values.flatMap((value) => problemWith(value, field));
  const share = rows.length === 1 ? '' : ` in ${rows.length - problems.length} of ${rows.length} rows`;
  const [first] = problems;
  if (first === undefined) return { check, level: 'ok', found: `It fits${share}.` };
  return { check, level: 'problem', found: `It ${share === '' ? 'does not fit' : `fits${share}`}. ${first}`, advice };
}

function problemWith(value: unknown, field: ExpectedField): string[] {
  if (field.optional === true && (value === undefined || value === null)) return [];
  try {
    field.read(value, field.place);
    return [];
  } catch (error) {
    if (!isTelephonyError(error)) throw error;
    return [error.message];
  }
}

function titleOf({ operation, right }: WireRequest): string {
  return operation === 'minutes' ? `Contract of minutes (${right})` : `Contract of ${operation}`;
}

function correct({ operation }: WireRequest, part: string): string {
  return `Correct operations.${operation}.${part} in the file that VOXOLIB_API_CONTRACT names.`;
}
