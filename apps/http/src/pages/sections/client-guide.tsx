import type { ClientExample } from '../client-examples.ts';
import { RichText } from '../rich-text.tsx';
import { Snippet } from '../snippet.tsx';
import type { Texts } from '../texts.ts';

interface ClientGuideProps {
  example: ClientExample;
  texts: Texts;
  /** The deployment has a sign-in. */
  signIn: boolean;
}

/** How one client is connected. Where it can sign in here, that comes first, and the token second. */
export function ClientGuide({ example, texts, signIn }: ClientGuideProps) {
  const { id, code, signInCode, oneLine } = example;
  const { connect } = texts;
  const client = connect.clients[id];
  const signsIn = signIn ? connect.signIn.clients[id] : undefined;
  const withToken = (
    <>
      <Steps steps={client.steps} />
      <Snippet id={`${id}-code`} label={client.example} code={code} texts={texts.copy} oneLine={oneLine} />
      <Limits limits={client.limits} heading={connect.more} />
    </>
  );
  return (
    <article id={id} class="client" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{client.name}</h3>
      {signsIn === undefined || signInCode === undefined ? (
        withToken
      ) : (
        <>
          <Steps steps={signsIn.steps} />
          <Snippet id={`${id}-sign-in`} label={client.example} code={signInCode} texts={texts.copy} oneLine={oneLine} />
          <Limits limits={signsIn.limits} heading={connect.more} />
          <details class="with-token">
            <summary>{connect.signIn.withToken}</summary>
            {withToken}
          </details>
        </>
      )}
    </article>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  const texts = steps.map((step) => <RichText text={step} />);
  if (texts.length === 1) return <p>{texts}</p>;
  return (
    <ol>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ol>
  );
}

function Limits({ limits, heading }: { limits: readonly string[]; heading: string }) {
  if (limits.length === 0) return null;
  return (
    <div class="limits">
      <p class="small-heading">{heading}</p>
      <ul>
        {limits.map((limit) => (
          <li>
            <RichText text={limit} />
          </li>
        ))}
      </ul>
    </div>
  );
}
