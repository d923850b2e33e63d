/** What an operator should hear of. Holds nothing of a call. */
export type AuditProblem =
  /** Records cannot be written. Calls that change something are refused, all others go on. */
  | { readonly kind: 'unavailable'; readonly error: unknown }
  /** Records are written again. */
  | { readonly kind: 'recovered' }
  /** Records of calls that changed nothing were given up, because there was no room for more to wait. */
  | { readonly kind: 'lost'; readonly calls: number }
  /** This process seemed dead to another one, which ended its chain: the calls under way stay `unknown`. */
  | { readonly kind: 'displaced' }
  /** The database holds what no process with the key has written, or lacks what one has. */
  | { readonly kind: 'tampering'; readonly what: string };

export type OnProblem = (problem: AuditProblem) => void;
