import type { Measurement } from '../measurement.ts';
import { abusiveClient } from './abusive-client.ts';
import { cliStart } from './cli-start.ts';
import { client } from './client.ts';
import { daktelaYear } from './daktela-year.ts';
import { foldCalls } from './fold-calls.ts';
import { httpAccess } from './http-access.ts';
import { httpCall } from './http-call.ts';
import { httpList } from './http-list.ts';
import { httpReport } from './http-report.ts';
import { longReport } from './long-report.ts';
import { memory } from './memory.ts';
import { report } from './report.ts';
import { stdioStart } from './stdio-start.ts';
import { voipmsYear } from './voipms-year.ts';

/** Every measurement, in the order of the printed table. */
export const measurements: readonly Measurement[] = [
  httpCall,
  httpAccess,
  abusiveClient,
  httpReport,
  httpList,
  stdioStart,
  cliStart,
  client,
  report,
  longReport,
  foldCalls,
  voipmsYear,
  daktelaYear,
  memory,
];
