import type { NoticeName } from './texts.ts';

/** What cannot be done, with the page that says so. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
  readonly statusCode: 403 | 404;
  readonly notice: NoticeName;

  constructor(statusCode: 403 | 404) {
    super(statusCode === 403 ? 'The form was not sent by our page.' : 'The account has no such thing.');
    this.statusCode = statusCode;
    this.notice = statusCode === 403 ? 'refused' : 'unknown';
  }
}
