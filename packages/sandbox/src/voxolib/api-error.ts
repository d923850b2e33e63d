import type { Product } from './truth/call.ts';

/** The body of every error. */
export interface ErrorBody {
  error: { code: string; message: string; field?: string };
}

/** A reply that is not 200. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, code: string, message: string, field?: string) {
    super(message);
    this.status = status;
    this.body = { error: { code, message, ...(field !== undefined && { field }) } };
  }
}

export const invalidToken = () => new ApiError(401, 'invalid_token', 'The access token is missing or not valid.');

export const accountSuspended = () => new ApiError(403, 'account_suspended', 'This account is suspended.');

export const reportNotEnabled = (product: Product) =>
  new ApiError(403, 'report_not_enabled', `The ${product} report is not enabled for this account.`);

export const notFound = () => new ApiError(404, 'not_found', 'There is nothing here.');

export const invalidRange = (field: string, message: string) => new ApiError(422, 'invalid_range', message, field);

export const invalidParameter = (field: string, message: string) =>
  new ApiError(422, 'invalid_parameter', message, field);

export const tooManyRequests = () => new ApiError(429, 'rate_limited', 'Too many requests.');

export const serverError = (status: number) => new ApiError(status, 'internal_error', 'Something went wrong.');
