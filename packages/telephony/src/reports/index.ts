export { CallStats, type CallStatsRequest, callStats, callTotals, type ProductReport, sortKeys } from './call-stats.ts';
export { type Grouping, groupings } from './group-rows.ts';
export { groupOf, type TimeGroup, timeGroups } from './grouping.ts';
export { type LongReport, type LongReportOptions, type MissingDays, readLongReport } from './long-report.ts';
export { slicesOf } from './slices.ts';
export { defaultStatusFamilies, families, familyOf, StatusFamilies, type StatusFamily } from './status-family.ts';
