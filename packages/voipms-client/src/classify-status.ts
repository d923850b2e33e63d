import { isRead } from './methods.ts';
import { namedStatuses, type RefusalKind, records, STOCK_SEARCH } from './status-codes.ts';

const kinds = new Map<string, RefusalKind>();
for (const [kind, statuses] of Object.entries(namedStatuses)) {
  for (const status of statuses.split(' ')) kinds.set(status, kind as RefusalKind);
}

export interface ClassifiedStatus {
  kind: RefusalKind;
  /** The parameter that is meant, in VoIP.ms's words, where the status names one. */
  parameter?: string;
}

/** What a status other than `success` means as the answer to `method`. Upper and lower case are the same. */
export function classifyStatus(method: string, status: string): ClassifiedStatus {
  const code = status.toLowerCase();
  const [, prefix, parameter] = /^(missing|invalid|no)_(.+)$/.exec(code) ?? [];
  const named = kinds.get(code);
  if (named === 'upstream' && code === 'unavailable_info' && STOCK_SEARCH.test(method)) return { kind: 'empty' };
  if (named === 'empty' && !isRead(method)) return { kind: 'not_found' };
  if (named !== undefined) return withParameter(named, prefix === 'no' ? undefined : parameter);
  if (prefix === 'missing') return withParameter('missing_argument', parameter);
  if (prefix === 'invalid')
    return withParameter(namesRecord(method, parameter) ? 'not_found' : 'invalid_argument', parameter);
  if (prefix === 'no') return { kind: isRead(method) ? 'empty' : 'rejected' };
  return { kind: 'rejected' };
}

function withParameter(kind: RefusalKind, parameter: string | undefined): ClassifiedStatus {
  const aboutArgument = kind === 'invalid_argument' || kind === 'missing_argument' || kind === 'not_found';
  return aboutArgument && parameter !== undefined ? { kind, parameter } : { kind };
}

function namesRecord(method: string, parameter: string | undefined): boolean {
  return parameter !== undefined && records.includes(parameter) && !/^(create|order|search)/i.test(method);
}
