/** What a model reads before it sees the tools. At most 1,500 characters. */
export const instructions = `Call statistics of the user's own Voxolib account (web call back and inbound numbers, France). Everything is read-only.

- WCB (web call back): calls that visitors asked for on a web site. DID: inbound calls to the account's phone numbers.
- Dates are inclusive calendar days, YYYY-MM-DD, in the time zone tz (Europe/Paris unless given). At most 90 days a call.
- Every day of the period is in the answer; a day without calls counts zero. Totals are computed by the server and are exact: quote them, do not add up rows.
- period.partial_until means that today is counted up to that time only: say so when you compare.
- Status names are Voxolib's own; show them as they are. When you give a rate, name what it is divided by.
- Pass on "warnings". When a call fails, its message says what to do next.`;
