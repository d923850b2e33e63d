import { displayName, type SignInRequest } from '@voxolib/access';
import { RichText } from '../rich-text.tsx';
import type { ClientTexts } from './texts.ts';

/** Who asks, as far as it can be known: the name is a stranger's word, the address is where the answer really goes. */
export function ClientCard({ client, texts }: { client: SignInRequest['client']; texts: ClientTexts }) {
  return (
    <section class="client-card" aria-labelledby="client-heading">
      <h2 id="client-heading" class="small-heading">
        {texts.heading}
      </h2>
      <dl>
        <div>
          <dt>{texts.name}</dt>
          <dd>
            <bdi>{clientName(client, texts)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{texts.returnsTo}</dt>
          <dd class="host">{client.redirectHost}</dd>
        </div>
        {client.documentHost && (
          <div>
            <dt>{texts.vouchedBy}</dt>
            <dd>{client.documentHost}</dd>
          </div>
        )}
      </dl>
      <p class={client.localOnly ? 'note' : 'small'}>
        <RichText text={client.localOnly ? texts.local : texts.unverified} />
      </p>
    </section>
  );
}

export function clientName(client: SignInRequest['client'], texts: ClientTexts): string {
  return displayName(client.name) ?? texts.unnamed;
}
