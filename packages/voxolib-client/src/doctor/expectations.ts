import type { Period } from '@voxolib/telephony';
import { readDate, readStatuses } from '../call-rows.ts';
import type { VoxolibContract } from '../contract.ts';
import { readCount, readMinutes } from '../figures.ts';
import { callsOperation, callsRequest, didsRequest, minutesRequest, type VoxolibProduct } from '../requests.ts';
import type { WireRequest } from '../transport.ts';

/** One field of a reply: its name in the contract, where it is, and how it is read. `read` throws where it does not fit. */
export interface ExpectedField {
  name: string;
  place: string;
  optional?: boolean;
  read(value: unknown, place: string): unknown;
}

/** What the contract expects of one request. */
export interface Expectation {
  request: WireRequest;
  /** Where the fields are, and under which name the contract says so: a list of rows, or one object. */
  holder: { name: 'rows' | 'counts'; place: string };
  fields: ExpectedField[];
}

/** Everything that the contract expects, request by request. */
export function expectations(contract: VoxolibContract, period: Period): Expectation[] {
  return [
    callsExpectation(contract, 'wcb', period),
    callsExpectation(contract, 'did', period),
    minutesExpectation(contract, 'wcb', period),
    minutesExpectation(contract, 'did', period),
    didsExpectation(contract),
  ];
}

function callsExpectation(contract: VoxolibContract, product: VoxolibProduct, period: Period): Expectation {
  const { rows, fields } = contract.operations[callsOperation(product)];
  return {
    request: callsRequest(contract, product, period),
    holder: { name: 'rows', place: rows },
    fields: [
      { name: 'date', place: fields.date, read: readDate },
      { name: 'total', place: fields.total, optional: true, read: readCount },
      { name: 'status_breakdown', place: fields.status_breakdown, optional: true, read: readStatuses },
    ],
  };
}

function minutesExpectation(contract: VoxolibContract, product: VoxolibProduct, period: Period): Expectation {
  const { rows, fields, unit } = contract.operations.minutes;
  const kinds = (['fixed', 'mobile', 'intl', 'billable'] as const).map((name) => ({
    name,
    place: fields[name],
    read: (value: unknown, place: string) => readMinutes(value, unit, place),
  }));
  return {
    request: minutesRequest(contract, product, period),
    holder: { name: 'rows', place: rows },
    fields: [{ name: 'date', place: fields.date, read: readDate }, ...kinds],
  };
}

function didsExpectation(contract: VoxolibContract): Expectation {
  const { counts, fields } = contract.operations.dids;
  return {
    request: didsRequest(contract),
    holder: { name: 'counts', place: counts },
    fields: Object.entries(fields).map(([name, place]) => ({ name, place, read: readCount })),
  };
}
