export { type AnomalyRequest, findAnomalies } from './anomalies.ts';
export { type Anomaly, AnomalyReport } from './anomaly-report.ts';
export { type CallFolder, type CallRecord, createCallFolder } from './call-folder.ts';
export { type CallStatsRequest, callStats, sortKeys } from './call-stats.ts';
export { CallStats } from './call-stats-report.ts';
export {
  type CompareRequest,
  comparePeriods,
  type FigureCell,
  type PeriodFigures,
} from './compare.ts';
export { csvDialects, csvText } from './csv.ts';
export { type ExportedRows, type ExportFormat, type ExportRequest, exportFormats, exportRows } from './export.ts';
export { toCallCells, toMinuteCells } from './figure-cells.ts';
export { type FoldedCalls, foldCalls } from './fold-calls.ts';
export { type Grouping, groupings } from './group-rows.ts';
export { groupOf, type TimeGroup, timeGroups } from './grouping.ts';
export {
  createSliceLimit,
  type LongReport,
  type LongReportOptions,
  type MissingDays,
  readLongReport,
  type SliceLimit,
} from './long-report.ts';
export {
  MinutesStats,
  type MinutesStatsRequest,
  minuteSortKeys,
  minutesStats,
  type ProductMinutes,
} from './minutes-stats.ts';
export { PeriodComparison } from './period-comparison.ts';
export { countedDates, type ProductReport } from './product-report.ts';
export { warningsOf } from './report-warnings.ts';
export { slicesOf } from './slices.ts';
export { defaultStatusFamilies, families, familyOf, StatusFamilies, type StatusFamily } from './status-family.ts';
export { createWallClock } from './wall-clock.ts';
export { wholeDates } from './whole-days.ts';
