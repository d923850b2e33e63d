import { RichText } from '../rich-text.tsx';
import { Snippet } from '../snippet.tsx';
import {
  claudeCodeCommand,
  claudeDesktopConfig,
  genericConfig,
  mistralAgent,
  openAiTool,
  vsCodeConfig,
} from '../snippets.ts';
import type { ClientId, ClientTexts, Texts } from '../texts.ts';

interface Client {
  id: ClientId;
  code: string;
  oneLine?: boolean;
}

export function Connect({ texts, publicUrl, endpoint }: { texts: Texts; publicUrl: URL; endpoint: string }) {
  const { connect } = texts;
  const question = texts.questions.list[0]?.text ?? '';
  const clients: Client[] = [
    { id: 'claude-code', code: claudeCodeCommand(endpoint), oneLine: true },
    { id: 'claude-connector', code: endpoint, oneLine: true },
    { id: 'claude-desktop', code: claudeDesktopConfig() },
    { id: 'openai-api', code: openAiTool(endpoint) },
    { id: 'chatgpt', code: endpoint, oneLine: true },
    { id: 'le-chat', code: endpoint, oneLine: true },
    { id: 'mistral-sdk', code: mistralAgent(endpoint, question) },
    { id: 'vs-code', code: vsCodeConfig(endpoint) },
    { id: 'other-clients', code: genericConfig(endpoint) },
  ];
  return (
    <section id="connect" aria-labelledby="connect-heading">
      <h2 id="connect-heading">{connect.heading}</h2>
      <p>
        <RichText text={connect.intro} />
      </p>
      {isLocal(publicUrl) && <p class="note">{connect.local}</p>}
      <ul class="jump">
        {clients.map(({ id }) => (
          <li>
            <a href={`#${id}`}>{connect.clients[id].name}</a>
          </li>
        ))}
      </ul>
      {clients.map((client) => (
        <ClientGuide client={client} texts={connect.clients[client.id]} more={connect.more} copy={texts.copy} />
      ))}
    </section>
  );
}

function ClientGuide({
  client,
  texts,
  more,
  copy,
}: {
  client: Client;
  texts: ClientTexts;
  more: string;
  copy: Texts['copy'];
}) {
  const { id, code, oneLine } = client;
  const steps = texts.steps.map((step) => <RichText text={step} />);
  return (
    <article id={id} class="client" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{texts.name}</h3>
      {steps.length === 1 ? (
        <p>{steps}</p>
      ) : (
        <ol>
          {steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      )}
      <Snippet id={`${id}-code`} label={texts.example} code={code} texts={copy} oneLine={oneLine} />
      {texts.limits.length > 0 && (
        <div class="limits">
          <p class="small-heading">{more}</p>
          <ul>
            {texts.limits.map((limit) => (
              <li>
                <RichText text={limit} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

function isLocal({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
