import { RichText } from '../rich-text.tsx';
import { Snippet } from '../snippet.tsx';
import type { Texts } from '../texts.ts';

export function Trouble({ texts, publicUrl }: { texts: Texts; publicUrl: URL }) {
  const { trouble } = texts;
  return (
    <section id="trouble" aria-labelledby="trouble-heading">
      <h2 id="trouble-heading">{trouble.heading}</h2>
      {trouble.list.map(({ heading, text }) => (
        <div class="case">
          <h3>{heading}</h3>
          <p>
            <RichText text={text} />
          </p>
        </div>
      ))}
      <Snippet
        id="health-code"
        label={trouble.health}
        code={`curl ${new URL('/healthz', publicUrl).href}`}
        texts={texts.copy}
        oneLine
      />
    </section>
  );
}
