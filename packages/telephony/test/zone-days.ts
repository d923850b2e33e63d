/** Zones whose clocks change at all kinds of times and by all kinds of amounts; Apia has no 30 December 2011. */
export const zones = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
] as const;

/** Days on which, or next to which, some of these zones change their clocks; leap days; turns of years. */
export const specialDates = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2011-12-30',
  '2010-11-07',
  '2012-07-20',
  '2012-08-20',
  '2024-02-29',
  '2025-12-31',
] as const;
