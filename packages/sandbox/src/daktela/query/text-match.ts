/** Text without the differences that the database's collation overlooks: of case, and of marks on letters. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether text is like a SQL pattern, in which `%` is anything, `_` is one character, and `\` takes their meaning away. */
export function isLike(text: string, pattern: string): boolean {
  const tokens = tokensOf(pattern);
  let place = 0;
  let token = 0;
  let anything = -1;
  let resumeAt = 0;
  while (place < text.length) {
    const wanted = tokens[token];
    if (wanted === ANYTHING) {
      anything = token++;
      resumeAt = place;
    } else if (wanted === ONE || wanted === text[place]) {
      token++;
      place++;
    } else if (anything !== -1) {
      token = anything + 1;
      place = ++resumeAt;
    } else {
      return false;
    }
  }
  while (tokens[token] === ANYTHING) token++;
  return token === tokens.length;
}

const ANYTHING = Symbol('%');
const ONE = Symbol('_');

function tokensOf(pattern: string): readonly (string | symbol)[] {
  const tokens: (string | symbol)[] = [];
  for (let place = 0; place < pattern.length; place++) {
    const letter = pattern[place] ?? '';
    if (letter === '\\' && place + 1 < pattern.length) tokens.push(pattern[++place] ?? '');
    else tokens.push(letter === '%' ? ANYTHING : letter === '_' ? ONE : letter);
  }
  return tokens;
}
