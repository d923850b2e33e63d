import type { NoticeName } from './texts.ts';

/** What cannot be done, with the page that says so. */
export class AdminRefused extends Error {
  override readonly name = 'AdminRefused';
  readonly statusCode: 400 | 403;
  readonly notice: NoticeName;

  constructor(notice: Exclude<NoticeName, 'failed'>, statusCode: 400 | 403 = 403) {
    super(`The administrator's page refuses: ${notice}`);
    this.notice = notice;
    this.statusCode = statusCode;
  }
}
