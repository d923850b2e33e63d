const MESSAGES: Readonly<Record<string, string>> = {
  api_limit_exceeded: 'Too many requests in this minute.',
  api_not_enabled: 'The API is switched off for this account.',
  invalid_credentials: 'The user name or the API password is wrong.',
  invalid_daterange: 'A range covers at most 92 days.',
  invalid_method: 'There is no such method.',
  ip_not_enabled: 'This address may not use the API.',
  limit_reached: 'No more messages can be sent today.',
  method_maintenance: 'This method is under maintenance.',
  missing_credentials: 'The user name and the API password are needed.',
  missing_method: 'A method is needed.',
  no_callstatus: 'One of answered, noanswer, busy and failed must be 1.',
  non_sufficient_funds: 'The balance is too low.',
  sms_toolong: 'A message has at most 160 characters.',
};

/** An answer that is not `success`. It comes with HTTP 200 like every other one. */
export class StatusError extends Error {
  readonly status: string;

  constructor(status: string) {
    super(MESSAGES[status] ?? inWords(status));
    this.status = status;
  }

  get body(): { status: string; message: string } {
    return { status: this.status, message: this.message };
  }
}

function inWords(status: string): string {
  const [first = '', ...rest] = status.split('_');
  const what = rest.join(' ');
  if (first === 'missing') return `The ${what} was not given.`;
  if (first === 'invalid') return `The ${what} is not valid.`;
  if (first === 'no') return `There is no ${what}.`;
  return `${status.replaceAll('_', ' ')}.`;
}
