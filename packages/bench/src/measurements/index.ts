import type { Measurement } from '../measurement.ts';
import { client } from './client.ts';
import { foldCalls } from './fold-calls.ts';
import { httpCall } from './http-call.ts';
import { httpList } from './http-list.ts';
import { httpReport } from './http-report.ts';
import { longReport } from './long-report.ts';
import { memory } from './memory.ts';
import { report } from './report.ts';
import { stdioStart } from './stdio-start.ts';

/** Every measurement, in the order of the printed table. */
export const measurements: readonly Measurement[] = [
  httpCall,
  httpReport,
  httpList,
  stdioStart,
  client,
  report,
  longReport,
  foldCalls,
  memory,
];
