const LONGEST = 120;

/**
 * A name that a stranger gave itself, fit to be shown: one line, without characters that hide, reorder or control.
 * It may still be a lie, which is why a page shows the redirect host beside it. Undefined when nothing is left.
 */
export function displayName(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const visible = text
    // Cutting first keeps the rest cheap; a character of two units that is cut in half goes with the unpaired ones.
    .slice(0, 4 * LONGEST)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/\u034f|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu, '')
    .trim();
  const name = [...visible].slice(0, LONGEST).join('').trim();
  return name === '' ? undefined : name;
}
