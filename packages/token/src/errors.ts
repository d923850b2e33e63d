/** What is wrong: a key that cannot be used, a text that is not a token, or a page without Web Crypto. */
export type AccessTokenErrorCode = 'INVALID_KEY' | 'MALFORMED_TOKEN' | 'NO_WEB_CRYPTO';

/** The one error of this package. Its message never repeats a key or a token. */
export class AccessTokenError extends Error {
  override readonly name = 'AccessTokenError';
  readonly code: AccessTokenErrorCode;
  /** The key that is wrong, for `INVALID_KEY`. */
  readonly field: 'publicKey' | 'secretKey' | undefined;

  constructor(code: AccessTokenErrorCode, message: string, field?: 'publicKey' | 'secretKey') {
    super(message);
    this.code = code;
    this.field = field;
  }
}
