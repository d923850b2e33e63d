/** What can be looked at from outside. */
export type CheckName =
  | 'reach'
  | 'arrival'
  | 'challenge'
  | 'authorization'
  | 'metadata'
  | 'clients'
  | 'origins'
  | 'hosts'
  | 'stream'
  | 'redirects'
  | 'clock';

/** One thing that was seen of a deployment from outside. `words.en.ts` and `words.fr.ts` put it into words. */
export interface Observation {
  check: CheckName;
  level: 'ok' | 'warning' | 'problem';
  code: ObservationCode;
  values: Readonly<Record<string, string>>;
}

export type ObservationCode =
  | 'reached'
  | 'name-unknown'
  | 'nothing-listens'
  | 'certificate-refused'
  | 'unreachable'
  | 'proxy-finds-no-server'
  | 'another-server'
  | 'arrives'
  | 'arrives-unseen'
  | 'host-refused'
  | 'proxy-not-trusted'
  | 'proxy-says-nothing'
  | 'scheme-lost'
  | 'asks-to-sign-in'
  | 'asks-for-a-token'
  | 'sign-in-missing'
  | 'endpoint-missing'
  | 'endpoint-moved'
  | 'endpoint-forbidden'
  | 'endpoint-limited'
  | 'endpoint-open'
  | 'endpoint-unexpected'
  | 'challenge-stripped'
  | 'address-differs'
  | 'address-insecure'
  | 'authorization-arrives'
  | 'authorization-stripped'
  | 'metadata-right'
  | 'metadata-missing'
  | 'metadata-unreadable'
  | 'client-fits'
  | 'client-lost'
  | 'client-unknown'
  | 'origins-right'
  | 'origin-refused'
  | 'origin-open'
  | 'hosts-right'
  | 'host-open'
  | 'stream-flows'
  | 'stream-held'
  | 'stream-missing'
  | 'redirects-right'
  | 'redirect-refused'
  | 'registration-limited'
  | 'registration-missing'
  | 'clock-right'
  | 'clock-unknown'
  | 'clock-off';

export const ok = seen('ok');
export const warning = seen('warning');
export const problem = seen('problem');

function seen(level: Observation['level']) {
  return (check: CheckName, code: ObservationCode, values: Observation['values'] = {}): Observation => ({
    check,
    level,
    code,
    values,
  });
}
