import type { SignInRequest } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import type { Addresses } from './addresses.ts';
import { ClientCard } from './client-card.tsx';
import { CredentialForms, type SignInProblem } from './credential-forms.tsx';
import { Frame, type PageContext } from './frame.tsx';

export interface SignInPageOptions extends PageContext {
  request: SignInRequest;
  addresses: Addresses;
  problem?: SignInProblem;
}

export function renderSignInPage({ request, addresses, problem, ...context }: SignInPageOptions): string {
  const { texts } = context;
  const { signIn } = texts;
  const page = (
    <Frame {...context} title={signIn.title} problem={problem !== undefined} script>
      <h1>{signIn.heading}</h1>
      <p>{signIn.lead}</p>
      <ClientCard client={request.client} texts={texts.client} />
      <CredentialForms texts={signIn} action={addresses.signIn} csrf={request.csrf} {...(problem && { problem })} />
      <form method="post" action={addresses.consent}>
        <input type="hidden" name="csrf" value={request.csrf} />
        <button type="submit" name="decision" value="deny" class="plain">
          {signIn.cancel}
        </button>
      </form>
    </Frame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
