import { StatusError } from '../status-error.ts';

const ROUTE = /^(account|fwd|vm|sip|grp|ivr|sys|recording|queue|cb|tc|disa|callhunting|none):/;
const NOWHERE = /^none:/;

function isRoute(text: string): boolean {
  return ROUTE.test(text);
}

/** @throws `invalid_routing_header` */
export function requireRoute(text: string, options: { none: boolean }): string {
  if (!isRoute(text) || (!options.none && NOWHERE.test(text))) throw new StatusError('invalid_routing_header');
  return text;
}

/** @throws `invalid_failover_header` */
export function requireFailover(text: string): string {
  if (!isRoute(text)) throw new StatusError('invalid_failover_header');
  return text;
}
