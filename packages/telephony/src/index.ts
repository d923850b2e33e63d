export { type Balance, BalanceReport } from './account/balance.ts';
export {
  CallDetail,
  CallDirection,
  CallOutcome,
  CallRecordList,
  type CallRecords,
  type CallRecordsRequest,
} from './account/call-records.ts';
export {
  type BlockNumber,
  CallerIdFilter,
  CallerIdFilterList,
  type CallerIdFilters,
} from './account/caller-id-filters.ts';
export { FilterValue, FilterValueList, Line, LineList, type Lines } from './account/lines.ts';
export { Money } from './account/money.ts';
export {
  type AddToGroup,
  type Phonebook,
  PhonebookEntry,
  type PhonebookEntryFilter,
  PhonebookEntryList,
  PhonebookGroup,
  PhonebookGroupList,
  type RemoveFromGroup,
} from './account/phonebook.ts';
export {
  type ChangeOutcome,
  ChangePlan,
  ChangeState,
  ChangeStep,
  type PreparedChange,
} from './account/prepared-change.ts';
export {
  Recording,
  type RecordingAudio,
  RecordingList,
  type Recordings,
  type RecordingsRequest,
} from './account/recordings.ts';
export {
  Transcript,
  TranscriptList,
  TranscriptPhrase,
  type Transcripts,
  type TranscriptsRequest,
} from './account/transcripts.ts';
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
export type { CountedWarning } from './counted-warning.ts';
export { type ErrorCode, isTelephonyError, TelephonyError, type TelephonyErrorOptions } from './errors.ts';
export { instantAt } from './local-time.ts';
export { addMinutes, DailyMinutesReport, dailyMinutesReport, MinuteCount, MinutesDay } from './minutes-report.ts';
export { type DateRange, namedPeriod, PERIOD_FORMS, relativePeriods } from './named-period.ts';
export { NumberCount, numberCount } from './number-count.ts';
export type { OperationOptions } from './operation-options.ts';
export { otherPeriod, referencePeriods } from './other-period.ts';
export { EARLIEST_DATE, NamedPeriod, Period, ResolvedPeriod, resolvePeriod } from './period.ts';
export type { CallReports, MinutesReports, NumberCounts, Provider } from './provider.ts';
export { createWallTime } from './wall-time.ts';
