/**
 * What is wrong with the record.
 * - `altered`: a row is not what was signed, or not in its place
 * - `missing`: a row, a chain or a checkpoint that was there is gone
 * - `foreign`: a row that no process wrote there, or one that was removed by age and is back
 * - `unknown-key`: a row was signed with a key that was not given
 */
export interface VerificationProblem {
  readonly kind: 'altered' | 'missing' | 'foreign' | 'unknown-key';
  /** A sentence for a person. */
  readonly what: string;
  /** The row of `mcp_tool_calls`, by its id. */
  readonly call?: string;
  /** The chain, and the place in it. */
  readonly writer?: string;
  readonly sequence?: number;
  readonly checkpoint?: number;
}

/** Ends a verification: what comes after the first problem tells little. */
export class Found extends Error {
  readonly problem: VerificationProblem;

  constructor(problem: VerificationProblem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** Gives up unless the signature is right. */
export function insist(
  verdict: 'right' | 'wrong' | 'unknown key',
  subject: string,
  place: Omit<VerificationProblem, 'kind' | 'what'>,
): void {
  if (verdict === 'right') return;
  if (verdict === 'unknown key') {
    throw new Found({
      kind: 'unknown-key',
      what: `${subject} was signed with a key that is not among the keys.`,
      ...place,
    });
  }
  throw new Found({ kind: 'altered', what: `${subject} is not what was signed.`, ...place });
}
