import { type ConnectedClient, displayName } from '@voxolib/access';
import type { Language } from '../language.ts';
import { filled } from '../sign-in/texts.ts';
import { accountAddresses } from './addresses.ts';
import { CallsLink } from './calls-link.tsx';
import { EndButton } from './end-button.tsx';
import { Fact } from './fact.tsx';
import { Moment } from './moment.tsx';
import { ScopeWords } from './scope-words.tsx';
import type { ClientTexts } from './texts.ts';

interface ClientListProps {
  clients: readonly ConnectedClient[];
  texts: ClientTexts;
  language: Language;
  csrf: string;
}

/** The applications that the person has let in. Their names are strangers' words; the address is where answers went. */
export function ClientList({ clients, texts, language, csrf }: ClientListProps) {
  return (
    <section aria-labelledby="clients-heading">
      <h2 id="clients-heading">{texts.heading}</h2>
      <p class="small">{clients.length === 0 ? texts.none : texts.intro}</p>
      {clients.map((client) => (
        <ConnectedClientCard client={client} texts={texts} language={language} csrf={csrf} />
      ))}
    </section>
  );
}

type CardProps = Omit<ClientListProps, 'clients'> & { client: ConnectedClient };

function ConnectedClientCard({ client, texts, language, csrf }: CardProps) {
  const addresses = accountAddresses(language);
  const name = displayName(client.clientName) ?? texts.unnamed;
  return (
    <article class="card connected">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <dl class="card-facts">
        <Fact name={texts.returnsTo} kind="host">
          {client.redirectHost}
        </Fact>
        <Fact name={texts.permissions}>
          <ScopeWords scopes={client.scopes} language={language} />
        </Fact>
        <Fact name={texts.since}>
          <Moment time={client.createdAt} language={language} />
        </Fact>
        <Fact name={texts.lastUsed}>
          {client.lastUsedAt === undefined ? texts.never : <Moment time={client.lastUsedAt} language={language} />}
        </Fact>
      </dl>
      <CallsLink text={texts.calls} of={name} address={addresses.callsOf({ client: client.clientId })} />
      <EndButton
        open={texts.disconnect}
        confirm={texts.confirm}
        button={filled(texts.button, 'client', name)}
        action={addresses.disconnect(client.id)}
        csrf={csrf}
      />
    </article>
  );
}
