/**
 * A mail's own words, without the mails that it quotes. Known are the ways in which mail programs quote in Czech, French, English and
 * German. What is forwarded is not history, and a mail that would be empty is left as it is.
 */
export function withoutQuotes(text: string): { text: string; leftOut: boolean } {
  const lines = text.split('\n');
  const own = ownLines(lines);
  const kept = own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const leftOut = own.length < lines.length && kept !== '';
  return leftOut ? { text: kept, leftOut } : { text, leftOut: false };
}

const QUOTED = /^\s{0,3}>/;
/** Lines longer than that introduce nothing. */
const LONGEST_INTRODUCTION = 400;

function ownLines(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place] ?? '';
    if (QUOTED.test(line)) continue;
    if (isForwardMark(line)) return [...own, ...lines.slice(place)];
    if (isReplyMark(line) || isHeaderBlock(lines, place)) return own;
    const introduction = introductionAt(lines, place);
    if (introduction === 0) {
      own.push(line);
      continue;
    }
    const next = place + introduction;
    if (!quotesFollow(lines, next)) return own;
    // Answers may stand below what is quoted, or between.
    place = next - 1;
  }
  return own;
}

const DASHES = '[-_]{2,}';
const REPLY_MARK = new RegExp(
  `^\\s*${DASHES}\\s*(original message|původní zpráva|puvodni zprava|message d'origine|message original|ursprüngliche nachricht|original-nachricht|original appointment|původní e-?mail)\\s*${DASHES}\\s*$`,
  'i',
);
const FORWARD_MARK = new RegExp(
  `^\\s*(${DASHES}\\s*(forwarded message|přeposlaná zpráva|message transféré|message transmis|weitergeleitete nachricht)\\s*${DASHES}|begin forwarded message:|začátek přeposílané zprávy:|début du message (réexpédié|transféré) ?:|anfang der weitergeleiteten nachricht:)\\s*$`,
  'i',
);

const isReplyMark = (line: string) => line.length < LONGEST_INTRODUCTION && REPLY_MARK.test(line.replaceAll('’', "'"));
const isForwardMark = (line: string) => line.length < LONGEST_INTRODUCTION && FORWARD_MARK.test(line);

/** First, second and later lines of the headers that Outlook puts over what it quotes. */
const SENDERS = /^\s*\*{0,2}(from|od|de|von)\s?:\*{0,2}\s*\S/i;
const OTHER_HEADERS =
  /^\s*\*{0,2}(sent|date|to|cc|subject|odesláno|datum|komu|kopie|předmět|envoyé|à|objet|gesendet|an|betreff|importance|důležitost)\s?:\*{0,2}/i;

function isHeaderBlock(lines: readonly string[], place: number): boolean {
  if (!SENDERS.test(lines[place] ?? '')) return false;
  const next = lines.slice(place + 1, place + 8).filter((line) => line.trim() !== '');
  return next.slice(0, 5).filter((line) => OTHER_HEADERS.test(line)).length >= 2;
}

/** `On …, Jana wrote:` in one line or up to three, as it is said in each language. */
const INTRODUCTIONS = [
  /^(on|at) .+ wrote ?:$/i,
  /^dne .+ napsal(\(a\)|a|\/a)?( .+)? ?:$/i,
  /^.+ odesílatel .+ napsal(\(a\)|a|\/a)? ?:$/i,
  /^.*\d.* napsal(\(a\)|a|\/a)? ?:$/i,
  /^le .+ a écrit ?:$/i,
  /^am .+ schrieb .*:$/i,
  /^.+ schrieb am .+:$/i,
];
const STARTERS = /^(on|at|dne|le|am|po|út|st|čt|pá|so|ne|\d{1,2}\.|.+ schrieb am) ?/i;

/** How many lines from this one on introduce a quotation. */
function introductionAt(lines: readonly string[], place: number): number {
  const first = (lines[place] ?? '').trim();
  if (first === '' || first.length > LONGEST_INTRODUCTION) return 0;
  let joined = '';
  for (let count = 1; count <= 3; count += 1) {
    const line = (lines[place + count - 1] ?? '').trim();
    if (line === '' || joined.length + line.length > LONGEST_INTRODUCTION) return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (line.endsWith(':') && INTRODUCTIONS.some((form) => form.test(joined))) return count;
    if (!STARTERS.test(first)) return 0;
  }
  return 0;
}

function quotesFollow(lines: readonly string[], place: number): boolean {
  const next = lines.slice(place, place + 4).find((line) => line.trim() !== '');
  return next !== undefined && QUOTED.test(next);
}
