/** What a text of Markdown is made of, without its words: the same in every language. */
export function skeletonOf(markdown: string): string[] {
  return markdown.split('\n').map((line) => {
    if (line.startsWith('|')) return `table of ${line.split(/(?<!\\)\|/).length - 2}: ${facts(line)}`;
    const [, mark = line === '' ? 'blank' : 'text'] = /^(#+|-|\d+\.| {3})\s*\S/.exec(line) ?? [];
    return `${mark}: ${facts(line)}`;
  });
}

/** Names and dates, which are no words of a language. */
function facts(line: string): string {
  return (line.match(/`[^`]+`|\d{4}-\d{2}-\d{2}/g) ?? []).join(' ');
}
