import { clientExamples } from '../client-examples.ts';
import { RichText } from '../rich-text.tsx';
import type { Texts } from '../texts.ts';
import { ClientGuide } from './client-guide.tsx';

interface ConnectProps {
  texts: Texts;
  publicUrl: URL;
  endpoint: string;
  signIn: boolean;
}

export function Connect({ texts, publicUrl, endpoint, signIn }: ConnectProps) {
  const { connect } = texts;
  const examples = clientExamples(endpoint, texts.questions.list[0]?.text ?? '');
  return (
    <section id="connect" aria-labelledby="connect-heading">
      <h2 id="connect-heading">{connect.heading}</h2>
      <p>
        <RichText text={signIn ? connect.signIn.intro : connect.intro} />
      </p>
      {isLocal(publicUrl) && <p class="note">{connect.local}</p>}
      <ul class="jump">
        {examples.map(({ id }) => (
          <li>
            <a href={`#${id}`}>{connect.clients[id].name}</a>
          </li>
        ))}
      </ul>
      {examples.map((example) => (
        <ClientGuide example={example} texts={texts} signIn={signIn} />
      ))}
    </section>
  );
}

function isLocal({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
