/**
 * Where a fact comes from: answers that somebody recorded, Daktela's OpenAPI export and documents, the code of published clients
 * (Daktela's own before all), or nowhere but our own inference.
 */
export type Evidence = 'recorded' | 'specified' | 'in clients' | 'assumed';

/** A thing that the client takes for granted about Daktela, and how to find out whether it is so. */
export interface Assumption<Value> {
  value: Value;
  /** What holds, in words. */
  claim: string;
  evidence: Evidence;
  /** What to do on a real instance to check it. */
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
 * Daktela's API v6 as this client takes it. No other file holds such a figure or name, but for the models in `endpoints`;
 * docs/daktela-live-checks.md is written from it.
 */
export const daktelaContract = {
  domain: assume('daktela.com', 'in clients', 'Instances are at https://<name>.daktela.com.', 'Look at the address.'),
  path: assume('/api/v6/', 'in clients', 'Every endpoint is below /api/v6/.', 'Call whoim there.'),
  suffix: assume(
    '.json',
    'in clients',
    'Paths end in .json, also those of records and relations.',
    'Read a ticket with and without it.',
  ),
  dotInName: assume(
    '.',
    'assumed',
    'A dot in the name of a record is sent as it is; the last .json is the suffix.',
    'Read a call by its id_call, which has a dot, as it is and with %2E.',
  ),
  tokenHeader: assume(
    'x-auth-token',
    'in clients',
    'The token is presented in the header X-AUTH-TOKEN.',
    'Call whoim with it; user is set.',
  ),
  loginPath: assume(
    'login',
    'in clients',
    'POST login with username and password as JSON gives a session, PUT with a refreshToken a new one.',
    'Log in, refresh, and use both tokens.',
  ),
  loginResult: assume(
    'an object or a text',
    'in clients',
    'The result is an object with accessToken, or, on old versions, the token as a bare text.',
    'Log in and look at result.',
  ),
  expiry: assume(
    'accessTokenExpirationDate',
    'in clients',
    'The access token ends at accessTokenExpirationDate, which is in the zone of the instance.',
    'Log in and compare it with the clock of the instance.',
  ),
  serverClock: assume(
    '_time',
    'assumed',
    'The answer to a log-in has _time as every other answer has, so that the life of the token needs no zone.',
    'Log in and look for _time.',
  ),
  shortestLifeSeconds: assume(
    60,
    'assumed',
    'No token lives shorter than a minute.',
    'Compare both times of a log-in.',
  ),
  longestLifeSeconds: assume(86_400, 'assumed', 'No token lives longer than a day.', 'Compare both times of a log-in.'),
  lifeSeconds: assume(
    3600,
    'in clients',
    'Where the answer does not say when it ends, a token lives an hour.',
    'Log in and use the token for longer than an hour.',
  ),
  refreshAheadMs: assume(
    60_000,
    'assumed',
    'A token that ends in a minute is renewed first.',
    'Let the client run for two hours.',
  ),
  refreshTokenKept: assume(
    true,
    'in clients',
    'A refresh that gives no new refresh token leaves the old one valid.',
    'Refresh twice and look at refreshToken.',
  ),
  sessionsSideBySide: assume(
    true,
    'assumed',
    'A second log-in of the same user does not end the first session.',
    'Log in twice and use both tokens.',
  ),
  refusedLoginStatuses: assume(
    [400, 401, 403, 422] as readonly number[],
    'in clients',
    'A wrong password is answered with 401, or with 200 and no token; it is not tried again, as users are locked out.',
    'Log in once with a wrong password.',
  ),
  refusedLoginPauseMs: assume(
    900_000,
    'assumed',
    'A user who was locked out, or whose password was set anew, can log in with it after a quarter of an hour.',
    'Look at the password policy of the instance.',
  ),
  whoim: assume(
    'whoim',
    'in clients',
    'whoim answers 200 also to a token that is not valid, and then without a user.',
    'Call it with a token of forty zeros.',
  ),
  zone: assume(
    '_timezone',
    'specified',
    "Times are what the instance's clocks showed; newer versions name their zone in _timezone of each answer.",
    'Compare the created time of a new ticket with a clock and with _timezone.',
  ),
  usualZone: assume(
    'Europe/Prague',
    'assumed',
    'An instance that does not name its zone is in this one, as long as its clocks show the same; answers say so.',
    'Look at _timezone; where it is missing, compare _time with a clock.',
  ),
  zeroDates: assume(
    '0000-00-00 00:00:00',
    'assumed',
    'A date of zeros stands for none.',
    'Look for one among first_answer and closed of new tickets.',
  ),
  total: assume(
    'a number, a text, or absent',
    'in clients',
    'total counts all matches, as a number or as digits; it may be absent.',
    'Ask for one ticket of many.',
  ),
  rowsByName: assume(
    'array or object',
    'in clients',
    'data is an array, or an object of the records by name.',
    'Look at data of each endpoint.',
  ),
  beyondEnd: assume(
    0,
    'assumed',
    'A page beyond the end is empty and has the same total.',
    'Ask for tickets with skip above total.',
  ),
  defaultTake: assume(100, 'in clients', 'A list without take has 100 rows.', 'Leave take out.'),
  maxTake: assume(1000, 'in clients', 'A page has at most 1000 rows, whatever take says.', 'Ask for 1001 calls.'),
  logicFilters: assume(
    'filter[logic]',
    'in clients',
    'Filters are written as filter[logic] and filter[filters][n], nested at will; other ways to write OR are refused.',
    'Ask for tickets of stage OPEN or WAIT with priority HIGH.',
  ),
  yes: assume(
    '1',
    'in clients',
    'Flags in filters are 1 and 0; true and false may work as well.',
    'Count answered calls with 1, with true, and look at both.',
  ),
  no: assume('0', 'in clients', 'The same.', 'The same.'),
  nullValue: assume(
    'true',
    'in clients',
    'isnull and isnotnull have a value that is not looked at; true is sent.',
    'Count tickets with id_merge isnull.',
  ),
  literalContains: assume(
    true,
    'assumed',
    'In contains, startswith and endswith the characters % and _ stand for themselves.',
    'Count tickets whose title contains 50%, and compare with 50.',
  ),
  relationPaths: assume(
    true,
    'assumed',
    'Filters and fields may go through a relation with a dot: contact.account, id_agent.title.',
    'Count tickets with contact.account of a known account, and read calls with fields id_agent.title.',
  ),
  customFieldPaths: assume(
    true,
    'in clients',
    'customFields.number with contains finds contacts by number.',
    'Look up a contact whose number is known.',
  ),
  namesInFilters: assume(
    true,
    'in clients',
    'A relation is filtered by the name of the other record, also where there are several, as with statuses and tags.',
    'Count tickets by the name, and by the title, of a status.',
  ),
  unknownSort: assume(
    'no rows',
    'in clients',
    'A sort by a field that cannot be sorted gives no rows and no error, so that only known ones are sent.',
    'Sort tickets by a field that does not exist.',
  ),
  referenceOrder: assume(
    'unsorted',
    'assumed',
    'Lists of queues, users and other small models have an order that does not change while they are read.',
    'Read users twice in pages of 50.',
  ),
  fieldsKept: assume(
    true,
    'recorded',
    'A record that was asked for with fields has these and no others; a relation comes whole.',
    'Read a ticket with fields name, title and user.',
  ),
  recordFields: assume(
    true,
    'assumed',
    'fields is understood for a single record as it is for a list.',
    'Read tickets/<name> with fields[0]=title.',
  ),
  search: assume(
    'q',
    'in clients',
    'q searches contacts, accounts and articles in several of their fields.',
    'Search a contact by its e-mail address, and try q on tickets.',
  ),
  longestQuery: assume(
    7500,
    'assumed',
    'A request line of less than 8 KB passes whatever stands before the instance.',
    'Filter by an ever longer list of contacts.',
  ),
  callTranscripts: assume(
    'activitiesCallTranscripts',
    'in clients',
    'Transcripts are an endpoint of their own, by activity; it may want a licence.',
    'Read the transcript of a call that has one.',
  ),
  chatMessages: assume(
    'messages',
    'assumed',
    'The messages of a chat are at <endpoint>/<name>/messages.',
    'Read them for each of the six channels.',
  ),
  attachments: assume(
    'attachments',
    'recorded',
    'The attachments of an activity are at activities/<name>/attachments.',
    'Read those of an e-mail with a file.',
  ),
  activityItem: assume(
    'item',
    'recorded',
    'An activity has the record of its kind in item, whole; where it is a mere name, the record is read by it.',
    'Read the activities of a ticket with fields item.',
  ),
  otherParty: assume(
    'clid',
    'assumed',
    'clid is the number of the other party, whichever way a call went.',
    'Call out, be called, and look at clid and did of both calls.',
  ),
  missedCall: assume(
    { open: 1, calledBack: 0 },
    'specified',
    'missed_call is 1 for a missed call that is open, 0 for one that was called back, and null for others.',
    'Miss a call, look at it, call back, and look again.',
  ),
  missedChat: assume(
    'YES',
    'specified',
    'missed of a chat is YES, NO or empty, in filters as well.',
    'Count web chats with YES, with NO, and all.',
  ),
  contactPhones: assume(
    'number',
    'recorded',
    'The phone numbers of a contact are the custom field number, as people wrote them.',
    'Read a contact that has a number.',
  ),
  contactEmails: assume(
    'email',
    'recorded',
    'The e-mail addresses of a contact are the custom field email.',
    'Read a contact that has one.',
  ),
  ticketPage: assume('/tickets/update/', 'in clients', 'The page of a ticket is there, by its name.', 'Open one.'),
  articlePage: assume('/articles/update/', 'in clients', 'The page of an article is there, by its name.', 'Open one.'),
  chatDirection: assume(
    'IN and OUT',
    'specified',
    'The direction of chats is in capitals, that of calls and e-mails in small letters.',
    'Count SMS chats with IN and with in.',
  ),
  holdTime: assume('hold_time', 'in clients', 'Calls have hold_time in seconds.', 'Read a call that was put on hold.'),
  emptyMap: assume(
    '[]',
    'recorded',
    'A map without entries is written as an empty array: error, customFields, options, result.',
    'Read a contact without custom fields.',
  ),
  missingEndpoint: assume(
    404,
    'in clients',
    'A list that an instance does not have is answered with 404, one that the user may not read with 403.',
    'Read articles on an instance without a knowledge base.',
  ),
  errorIn200: assume(true, 'in clients', 'A 200 with an error that is not empty is a failure.', 'Nothing to do.'),
  serverErrorOnce: assume(
    [500] as readonly number[],
    'assumed',
    'A 500 may pass: the request is repeated once.',
    'Look at the log of the client after a day.',
  ),
  pagesInFlight: assume(
    8,
    'in clients',
    'Eight requests at a time are not too many: others keep to ten.',
    'Read the calls of a year with a concurrency of 8 and look for 429.',
  ),
} as const;
