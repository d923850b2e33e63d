/** Where a fact comes from: VoIP.ms's own documents, a measurement that somebody published, or nowhere but our own inference. */
export type Evidence = 'documented' | 'measured' | 'assumed';

/** A thing that the client takes for granted about VoIP.ms, and how to find out whether it is so. */
export interface Assumption<Value> {
  value: Value;
  /** What holds, in words. */
  claim: string;
  evidence: Evidence;
  /** What to do on a real account to check it. */
  check: string;
}

function assume<const Value>(
  value: Value,
  evidence: Evidence,
  claim: string,
  check: string,
): Assumption<Widened<Value>> {
  return { value: value as Widened<Value>, claim, evidence, check };
}

type Widened<Value> = Value extends boolean
  ? boolean
  : Value extends number
    ? number
    : Value extends string
      ? string
      : Value;

/**
 * VoIP.ms's REST API as this client takes it. Nothing else in the package holds such a figure or name;
 * docs/voipms-live-checks.md is written from it.
 */
export const voipmsContract = {
  url: assume('https://voip.ms/api/v1/rest.php', 'documented', 'One address serves every method.', 'Call getIP there.'),
  multipart: assume(
    true,
    'measured',
    'Every method can be called by multipart POST; a urlencoded body is answered in XML.',
    'Call each read-only method by POST and by GET; the answers are the same.',
  ),
  contentType: assume(
    'json',
    'documented',
    'content_type=json makes the reply application/json; without it the same JSON comes as text/html.',
    'Call getBalance with and without it.',
  ),
  serverZone: assume(
    'America/Toronto',
    'measured',
    'Times are wall-clock times of US and Canada Eastern, with daylight saving.',
    'Place a call in summer and one in winter and compare getCDR with a clock.',
  ),
  timezone: assume(
    '-5',
    'measured',
    'timezone=-5 leaves times as the server keeps them, in summer and in winter: it is a shift by (n + 5) hours.',
    'In winter, read one call with timezone -5, 0 and 5.5; its time moves by 0, 5 and 10.5 hours.',
  ),
  datesFollowShift: assume(
    true,
    'measured',
    'date_from and date_to are compared with the shifted time.',
    'Read a call of 23:30 Eastern with timezone=0 for its own day and for the day after.',
  ),
  maxDays: assume(
    92,
    'documented',
    'A range of dates has at most 92 days; longer ones are refused with invalid_daterange.',
    'Call getCDR for 92 and for 93 days.',
  ),
  sliceDays: assume(
    89,
    'assumed',
    'Slices of 89 days stay below the limit however its ends are counted.',
    'Call getCDR for 89 days.',
  ),
  requestsPerMinute: assume(
    30,
    'assumed',
    'Thirty requests a minute, one at a time, do not reach the unpublished limit.',
    'Read with a pace of 30, 60 and 120 a minute until api_limit_exceeded comes.',
  ),
  spacingMs: assume(300, 'assumed', 'Requests 300 ms apart are not too close.', 'The same.'),
  limitPauseMs: assume(
    60_000,
    'assumed',
    'A minute after api_limit_exceeded requests are served again.',
    'Wait that long after the refusal and ask again.',
  ),
  limitNotExecuted: assume(
    true,
    'assumed',
    'A request that is refused with api_limit_exceeded has not been carried out.',
    'Exceed the limit with setPhonebook and read the phonebook.',
  ),
  emptyBodyIsSuccess: assume(
    true,
    'measured',
    'An empty reply to a change means that it was made; to a read it is a fault.',
    'Call delConference and look at the body.',
  ),
  groupKeys: assume(
    'phonebooks, phonebook_groups',
    'measured',
    'getPhonebookGroups has its rows in phonebooks (documents) or phonebook_groups (a live account).',
    'Call getPhonebookGroups and look at the key.',
  ),
  oneGroupOfEntry: assume(
    'unknown',
    'assumed',
    'An entry shows one group. Whether it can be a member of two is not known, so both are read again after each write.',
    "Put one entry's id into the members of two groups and read both.",
  ),
  membersAlwaysSent: assume(
    true,
    'assumed',
    'setPhonebookGroup without members may clear them, so they are always sent.',
    'Call setPhonebookGroup with group and name alone and read the group.',
  ),
  emptyMembersClear: assume(true, 'measured', 'members sent empty clears the group.', 'Send it and read the group.'),
  emptyGroupLeaves: assume(
    true,
    'assumed',
    'setPhonebook with the full row and group sent empty takes the entry out of its group.',
    'Send it for an entry of a group and read both.',
  ),
  nameIsSearch: assume(
    true,
    'assumed',
    'The name filters of getPhonebook and getPhonebookGroups may search for a part of the name; names are compared here.',
    'Filter by the first half of a name.',
  ),
  filterIdOnWrite: assume(
    'filter',
    'documented',
    'setCallerIDFiltering names the record filter; reading and deleting name it filtering.',
    'Change the note of a filter and read it.',
  ),
  recordingsOfAll: assume(
    true,
    'assumed',
    'getCallRecordings takes account=all; where it does not, each account is asked for.',
    'Call it with all and with each account.',
  ),
  transcriptionsOfAll: assume(
    true,
    'assumed',
    'getCallTranscriptions takes account=all; where it does not, each account is asked for.',
    'Call it with all and with each account.',
  ),
  transcriptionsEmpty: assume(
    'any no_*',
    'assumed',
    'Any status that begins with no_ means that there are no transcriptions.',
    'Call getCallTranscriptions for a day without calls.',
  ),
  recordingTimes: assume(
    'America/Toronto',
    'assumed',
    'Recordings, transcriptions and voicemails carry Eastern wall-clock times.',
    'Compare the time of a recording with that of its call.',
  ),
  transcriptJoinSeconds: assume(
    5,
    'assumed',
    'A transcript belongs to the recording of the account that began within five seconds of it and is as long.',
    'Compare transcripts with recordings of one day.',
  ),
  allLines: assume(
    'all',
    'documented',
    'getCallAccounts lists the value all, which stands for every line.',
    'Call getCallAccounts.',
  ),
  recordingsPage: assume(
    1000,
    'assumed',
    'getCallRecordings gives as many rows as length says, where there are so many; fewer are the last ones.',
    'Call it with length=1, and without, for a month that has more than a hundred.',
  ),
  oneRecording: assume(
    'the fields at the top',
    'documented',
    'getCallRecording has the fields of the row at the top of the reply, with base64file beside them.',
    'Read one.',
  ),
  transcriptSpeakers: assume(
    'the caller first',
    'assumed',
    'The first of the speakers of a transcription is the number that called.',
    'Compare the transcript of an incoming and of an outgoing call with getCDR.',
  ),
  phraseTimes: assume(
    'America/Toronto',
    'documented',
    'The time of a phrase is a wall-clock time like that of the call, not seconds since its beginning.',
    'Read a transcript.',
  ),
  voicemailText: assume(
    'result',
    'documented',
    'getVoicemailTranscriptions has the text in result, with quotes and commas around it that do not belong to it.',
    'Read the transcripts of a mailbox.',
  ),
  transcribeFlag: assume(
    'transcribe',
    'documented',
    'Calls are transcribed where transcribe is 1 on the sub-account or the number, voicemails where transcription is yes.',
    'Switch it on for one line, call it and read its transcripts.',
  ),
  currency: assume('USD', 'assumed', 'Balances and prices are in US dollars.', 'Compare getBalance with the portal.'),
  recordingType: assume(
    'audio/mpeg',
    'documented',
    'A recording is MP3, as base64 that may stand in quotes and hold spaces.',
    'Read one and look at its first bytes.',
  ),
  fullRecordFields: assume(
    true,
    'assumed',
    'Methods that replace a whole record (setDIDInfo, setVoicemail, setForwarding, …) take every field under the name that the list has.',
    'Change the note of a number, the name of a mailbox and of each object with prepareUpdate, and compare the lists before and after.',
  ),
  groupRoutes: assume(
    'p:<group>',
    'documented',
    'A caller-ID filter of the pattern p:<group id> applies to the numbers of that group.',
    'Block a number of yours through a group and call from it.',
  ),
  inboundMark: assume(
    'IN:',
    'measured',
    'destination_type begins with IN: for inbound calls and for no others; where it is absent, a destination that is a number of the account is.',
    'Read the calls of a day with both directions.',
  ),
  testFlag: assume(
    true,
    'assumed',
    'test=1 of order and cancel methods checks the request without carrying it out; whether it looks at balance and stock is not known.',
    'Order a number with test=1 on an account without balance.',
  ),
} as const;
