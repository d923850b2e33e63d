const CODE_FORM = /^[A-Z][A-Z0-9_]{2,50}$/;
const CERTIFICATE = /CERT|TLS|SSL/;

/**
 * The code of a failed connection, such as `ECONNREFUSED`, from fetch's chain of causes. Nothing else of those errors
 * may be kept: they hold the request, and with it the credential.
 */
export function faultCode(error: unknown): string {
  let link = error;
  for (let depth = 0; depth < 6 && typeof link === 'object' && link !== null; depth += 1) {
    if ('code' in link && typeof link.code === 'string' && CODE_FORM.test(link.code)) return link.code;
    link = 'cause' in link ? link.cause : undefined;
  }
  return 'CONNECTION_FAILED';
}

/** A certificate that is not trusted now is not trusted in a second either. */
export function isCertificateFault(code: string): boolean {
  return CERTIFICATE.test(code);
}
