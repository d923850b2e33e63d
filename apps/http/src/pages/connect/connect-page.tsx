import { renderToString } from 'preact-render-to-string';
import type { Arrival } from '../../connect/arrival.ts';
import type { SelfCheck } from '../../connect/self-check.ts';
import type { Assets } from '../assets.ts';
import { clientExamples } from '../client-examples.ts';
import type { Language } from '../language.ts';
import { Layout } from '../layout.tsx';
import { RichText } from '../rich-text.tsx';
import { ClientGuide } from '../sections/client-guide.tsx';
import { Snippet } from '../snippet.tsx';
import { type ClientId, textsIn } from '../texts.ts';
import { CheckList, timeOf } from './check-list.tsx';
import { type ConnectPageTexts, connectTextsIn } from './texts.ts';

export interface ConnectPageProps {
  publicUrl: URL;
  signIn: boolean;
  version: string;
  assets: Assets;
  language: Language;
  /** As the address of the page says; anything else than a client of ours is none. */
  chosen: string | undefined;
  check: SelfCheck;
  arrival: Arrival;
}

/** The page for a person who wants to connect a client, and to know why it does not connect. */
export function renderConnectPage(props: ConnectPageProps): string {
  const { publicUrl, signIn, version, assets, language, check, arrival } = props;
  const texts = textsIn[language];
  const own = connectTextsIn[language];
  const endpoint = new URL('/mcp', publicUrl).href;
  const examples = clientExamples(endpoint, texts.questions.list[0]?.text ?? '');
  const chosen = examples.find(({ id }) => id === props.chosen);
  const sections = [
    { id: 'client', heading: own.choose },
    { id: 'check', heading: own.check.heading },
    { id: 'request', heading: own.request.heading },
  ];
  const page = (
    <Layout
      language={language}
      texts={{ ...texts, title: own.title, description: own.description }}
      assets={assets}
      sections={sections}
      version={version}
      account={signIn}
      {...(chosen && { search: `client=${chosen.id}&` })}
    >
      <section aria-labelledby="page-heading">
        <h1 id="page-heading">{own.heading}</h1>
        <p>{own.lead}</p>
        <Snippet id="address-code" label={own.address} code={endpoint} texts={texts.copy} oneLine />
      </section>
      <section id="client" aria-labelledby="client-heading">
        <h2 id="client-heading">{own.choose}</h2>
        <ul class="jump">
          {examples.map(({ id }) => (
            <Choice id={id} name={texts.connect.clients[id].name} language={language} chosen={id === chosen?.id} />
          ))}
        </ul>
        {chosen && (
          <>
            <p>
              <RichText text={signIn ? texts.connect.signIn.intro : texts.connect.intro} />
            </p>
            <ClientGuide example={chosen} texts={texts} signIn={signIn} />
          </>
        )}
        <p>
          <a href={`/mcp/docs?lang=${language}`}>{own.documentation}</a>
        </p>
      </section>
      <section id="check" aria-labelledby="check-heading">
        <h2 id="check-heading">{own.check.heading}</h2>
        <CheckList check={check} language={language} texts={own.check} />
      </section>
      <section id="request" aria-labelledby="request-heading">
        <h2 id="request-heading">{own.request.heading}</h2>
        <p>{own.request.intro}</p>
        <RequestFacts arrival={arrival} texts={own.request} />
      </section>
    </Layout>
  );
  return `<!doctype html>${renderToString(page)}`;
}

function Choice({ id, name, language, chosen }: { id: ClientId; name: string; language: Language; chosen: boolean }) {
  return (
    <li>
      <a href={`?client=${id}&lang=${language}#client`} aria-current={chosen ? 'true' : undefined}>
        {name}
      </a>
    </li>
  );
}

function RequestFacts({ arrival, texts }: { arrival: Arrival; texts: ConnectPageTexts['request'] }) {
  const { scheme, host, address, forwarded, proxyTrusted } = arrival;
  const proxy = forwarded.length === 0 ? 'none' : proxyTrusted ? 'trusted' : 'untrusted';
  const facts = [
    [texts.scheme, scheme],
    [texts.host, host],
    [texts.address, address],
    [texts.proxy, texts.proxies[proxy]],
    [texts.clock, timeOf(new Date())],
  ];
  return (
    <dl class="arrival">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
