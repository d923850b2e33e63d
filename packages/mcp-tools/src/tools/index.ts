import type { Tool } from '../tool.ts';
import { daktelaTools } from './daktela/index.ts';
import { callStats } from './reports/call-stats.ts';
import { comparePeriods } from './reports/compare-periods.ts';
import { exportCalls } from './reports/export-calls.ts';
import { findAnomalies } from './reports/find-anomalies.ts';
import { voipmsTools } from './voipms/index.ts';
import { didCalls } from './voxolib/did-calls.ts';
import { dids } from './voxolib/dids.ts';
import { minutesReport } from './voxolib/minutes-report.ts';
import { wcbCalls } from './voxolib/wcb-calls.ts';

/** Every tool there is, in the order in which clients see them. */
export const tools: readonly Tool[] = [
  callStats,
  comparePeriods,
  findAnomalies,
  exportCalls,
  wcbCalls,
  didCalls,
  dids,
  minutesReport,
  ...voipmsTools,
  ...daktelaTools,
];
