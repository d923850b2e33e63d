export {
  addDays,
  CalendarDate,
  countDays,
  DEFAULT_TIME_ZONE,
  dateIn,
  dayBounds,
  eachDate,
  localTimeIn,
  TimeZone,
} from './calendar.ts';
export {
  addCallCounts,
  CallCount,
  CallDay,
  DailyCallReport,
  dailyCallReport,
  ReportSource,
  StatusBreakdown,
} from './call-report.ts';
export { type ErrorCode, isTelephonyError, TelephonyError, type TelephonyErrorOptions } from './errors.ts';
export { addMinutes, DailyMinutesReport, dailyMinutesReport, MinuteCount, MinutesDay } from './minutes-report.ts';
export { type DateRange, namedPeriod, PERIOD_FORMS, relativePeriods } from './named-period.ts';
export { NumberCount, numberCount } from './number-count.ts';
export { otherPeriod, referencePeriods } from './other-period.ts';
export { EARLIEST_DATE, NamedPeriod, Period, ResolvedPeriod, resolvePeriod } from './period.ts';
export type { CallReports, MinutesReports, NumberCounts, OperationOptions, Provider } from './provider.ts';
