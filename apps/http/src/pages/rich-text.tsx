/** A text with `code` between backticks and **strong** between double asterisks. Everything else is escaped as text. */
export function RichText({ text }: { text: string }) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return <code>{part.slice(1, -1)}</code>;
    if (part.startsWith('**')) return <strong>{part.slice(2, -2)}</strong>;
    return part;
  });
}

/** Paragraphs, which an empty line separates. */
export function Paragraphs({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph) => (
    <p>
      <RichText text={paragraph} />
    </p>
  ));
}
