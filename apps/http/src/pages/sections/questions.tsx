import type { WireTool } from '@voxolib/mcp-tools';
import type { Texts } from '../texts.ts';

/** Only questions that a tool of this deployment can answer. */
export function Questions({ texts, tools }: { texts: Texts['questions']; tools: readonly WireTool[] }) {
  const answerable = texts.list.filter((question) => tools.some(({ name }) => name === question.tool));
  return (
    <section id="questions" aria-labelledby="questions-heading">
      <h2 id="questions-heading">{texts.heading}</h2>
      <p>{texts.intro}</p>
      <ul class="questions">
        {answerable.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
    </section>
  );
}
