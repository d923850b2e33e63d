import type { WireTool } from '@voxolib/mcp-tools';
import { Paragraphs } from '../rich-text.tsx';
import { type Argument, type ArgumentType, argumentsOf } from '../schema-words.ts';
import { type ToolTexts, type ToolTranslation, toolGroups } from '../texts.ts';

export function ToolList({ texts, tools }: { texts: ToolTexts; tools: readonly WireTool[] }) {
  return (
    <section id="tools" aria-labelledby="tools-heading">
      <h2 id="tools-heading">{texts.heading}</h2>
      <p>{texts.intro}</p>
      {toolGroups.map((group) => (
        <ToolGroup
          heading={texts.groups[group]}
          tools={tools.filter(({ name }) => groupOf(name) === group)}
          texts={texts}
        />
      ))}
    </section>
  );
}

/** Tools of one vendor carry its name; the others ask every account. */
function groupOf(name: string): (typeof toolGroups)[number] {
  return toolGroups.find((group) => name.startsWith(`${group}_`)) ?? 'reports';
}

function ToolGroup({ heading, tools, texts }: { heading: string; tools: readonly WireTool[]; texts: ToolTexts }) {
  if (tools.length === 0) return undefined;
  return (
    <>
      <h3>{heading}</h3>
      {tools.map((tool) => (
        <ToolCard tool={tool} texts={texts} translation={texts.translations[tool.name]} />
      ))}
    </>
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
      <h4>{title}</h4>
      <p class="names">
        <code>{tool.name}</code>
        {tool.annotations.readOnlyHint && <span class="tag">{texts.readOnly}</span>}
      </p>
      <Paragraphs text={description} />
      {given.length === 0 ? (
        <p class="small">{texts.noArguments}</p>
      ) : (
        <details>
          <summary>
            {texts.arguments} ({given.length})
          </summary>
          <ArgumentTable {...{ given, texts, translation }} />
        </details>
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
