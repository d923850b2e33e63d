/**
 * Of every answer of the pages. Nothing is loaded but from this origin, nothing inline runs, and a script has no
 * connection: the secret key that is typed into the page is to stay there. The pages have no form, hence `form-action 'none'`.
 */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Of pages with forms, which lead here and nowhere else, and with what is one person's own: nobody keeps or lists them. */
export const ownPageHeaders = {
  ...securityHeaders,
  'content-security-policy': securityHeaders['content-security-policy'].replace(
    "form-action 'none'",
    "form-action 'self'",
  ),
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  vary: 'Accept-Language, Cookie',
};
