/** Shorter values are found in innocent texts. */
const SHORTEST = 6;

/** Tells whether a text holds a credential: as it is, or as in an address, in base64 or in hexadecimal, in any case. */
export function secretFinder(credentials: readonly string[] | undefined): (text: string) => boolean {
  const known = (credentials ?? []).filter(({ length }) => length >= SHORTEST);
  if (known.length === 0) return () => false;
  // No form is shorter than what it stands for; most arguments are shorter than all credentials.
  const shortest = Math.min(...known.map(({ length }) => length));
  let forms: readonly string[] | undefined;
  return (text) => {
    if (text.length < shortest) return false;
    forms ??= [...new Set(known.flatMap(formsOf))];
    const lower = text.toLowerCase();
    return forms.some((form) => lower.includes(form));
  };
}

function formsOf(credential: string): string[] {
  const bytes = Buffer.from(credential);
  return [
    credential,
    encodeURIComponent(credential.toWellFormed()),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ].map((form) => form.toLowerCase());
}
