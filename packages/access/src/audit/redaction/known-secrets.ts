/** Shorter values are found in innocent texts. */
const SHORTEST = 6;

/** How a credential may appear in a text: as it is, in an address, in base64 and in hexadecimal. */
export function formsOf(credentials: readonly string[]): readonly string[] {
  if (credentials.length === 0) return credentials;
  const forms = credentials
    .filter((credential) => credential.length >= SHORTEST)
    .flatMap((credential) => {
      const bytes = Buffer.from(credential);
      return [
        credential,
        encodeURIComponent(credential.toWellFormed()),
        bytes.toString('base64').replace(/=+$/, ''),
        bytes.toString('base64url'),
        bytes.toString('hex'),
      ].map((form) => form.toLowerCase());
    });
  return [...new Set(forms)];
}

/** The text, or `[secret]` when any of the forms is in it in any case: what stands around a credential may be part of it. */
export function withoutForms(text: string, forms: readonly string[]): string {
  if (forms.length === 0 || text.length < SHORTEST) return text;
  const lower = text.toLowerCase();
  return forms.some((form) => lower.includes(form)) ? '[secret]' : text;
}
