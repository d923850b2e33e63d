/** SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY. */
const SQLITE_CODES: readonly unknown[] = [2067, 1555];
const POSTGRES_CODE = '23505';

/** True for the error of a row that is already there, on either engine. `ON CONFLICT` is better where it will do. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return SQLITE_CODES.includes(error.errcode);
  return 'code' in error && error.code === POSTGRES_CODE;
}
