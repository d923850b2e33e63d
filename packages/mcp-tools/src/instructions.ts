/** What a model reads before it sees the tools. At most 1,500 characters. */
export const instructions = `Call statistics of the user's own Voxolib account (web call back and inbound numbers, France). Everything is read-only.

First choice, because one call answers it exactly:
- call_stats: how many, what share, which day or weekday, ranks, trends, minutes; any period up to 5 years.
- compare_periods: better or worse than the period before, last year, or another.
- find_anomalies: anything unusual.
- export_calls: the rows as a file.
Plain daily rows of at most 90 days: voxolib_wcb_calls, voxolib_did_calls, voxolib_minutes_report. voxolib_dids counts phone numbers.

- WCB (web call back): calls that visitors asked for on a web site. DID: inbound calls to the account's numbers.
- Periods go by name (last_month, this_week, 2026-Q3) or by two inclusive dates, in days of tz (Europe/Paris unless given).
- Totals, rates and changes are computed and exact: quote them, never add up rows. Give every rate with its denominator. null: nothing to divide by.
- A day without calls counts zero. period.partial_until: today is counted up to that time only. missing: days that no figure includes. Say so.
- Status names are the vendor's own; the families answered, missed, busy, failed and other interpret them.
- Pass on warnings, notes and coarsened. When a call fails, its message says what to do next.
- Exact definitions: the resource voxolib://glossary/en or voxolib://glossary/fr.`;
