import type { WireTool } from '@voxolib/mcp-tools';
import { Paragraphs } from '../rich-text.tsx';
import { type Argument, type ArgumentType, argumentsOf } from '../schema-words.ts';
import type { ToolTexts, ToolTranslation } from '../texts.ts';

export function ToolList({ texts, tools }: { texts: ToolTexts; tools: readonly WireTool[] }) {
  return (
    <section id="tools" aria-labelledby="tools-heading">
      <h2 id="tools-heading">{texts.heading}</h2>
      <p>{texts.intro}</p>
      {tools.map((tool) => (
        <ToolCard tool={tool} texts={texts} translation={texts.translations[tool.name]} />
      ))}
    </section>
  );
}

interface ToolCardProps {
  tool: WireTool;
  texts: ToolTexts;
  translation: ToolTranslation | undefined;
}

function ToolCard({ tool, texts, translation }: ToolCardProps) {
  const { title, description } = translation ?? tool;
  const given = argumentsOf(tool.inputSchema);
  return (
    <article id={`tool-${tool.name}`} class="tool" lang={translation === undefined ? 'en' : undefined}>
      <h3>{title}</h3>
      <p class="names">
        <code>{tool.name}</code>
        {tool.annotations.readOnlyHint && <span class="tag">{texts.readOnly}</span>}
      </p>
      <Paragraphs text={description} />
      <p class="small-heading">{texts.arguments}</p>
      {given.length === 0 ? (
        <p class="small">{texts.noArguments}</p>
      ) : (
        <ArgumentTable {...{ given, texts, translation }} />
      )}
    </article>
  );
}

function ArgumentTable({ given, texts, translation }: { given: Argument[] } & Omit<ToolCardProps, 'tool'>) {
  return (
    <dl class="arguments">
      {given.map((argument) => (
        <div>
          <dt>
            <code>{argument.name}</code>
          </dt>
          <dd>
            <span class="type">
              <TypeWords type={argument.type} texts={texts} />
              {', '}
              {argument.required ? texts.required : texts.optional}
              {argument.default !== undefined && (
                <>
                  {', '}
                  {texts.default} <code>{argument.default}</code>
                </>
              )}
            </span>
            {translation?.arguments[argument.name] ?? argument.description}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TypeWords({ type, texts }: { type: ArgumentType; texts: ToolTexts }) {
  const words = texts.types[type.kind];
  if (type.kind === 'list') {
    return (
      <>
        {words} <TypeWords type={type.of} texts={texts} />
      </>
    );
  }
  if (type.kind !== 'choice') return <>{words}</>;
  return (
    <>
      {words}{' '}
      {type.values.map((value, index) => (
        <>
          {index > 0 && ' · '}
          <code>{value}</code>
        </>
      ))}
    </>
  );
}
