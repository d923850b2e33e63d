import { renderToString } from 'preact-render-to-string';
import { CredentialForms, type SignInProblem } from '../sign-in/credential-forms.tsx';
import { signInTexts } from '../sign-in/texts.ts';
import { type AccountContext, AccountFrame } from './account-frame.tsx';
import { ACCOUNT_PATH, accountAddresses, type DoneThing } from './addresses.ts';

interface AccountSignInOptions extends AccountContext {
  csrf: string;
  problem?: SignInProblem | undefined;
  done?: DoneThing | undefined;
}

/** Asks for the same as when a client is connected, for the account itself. */
export function renderAccountSignIn({ csrf, problem, done, ...context }: AccountSignInOptions): string {
  const { texts, language } = context;
  const page = (
    <AccountFrame
      {...context}
      title={texts.signIn.title}
      visitor={undefined}
      problem={problem !== undefined}
      script="sign-in.js"
      here={{ path: `${ACCOUNT_PATH}/sign-in` }}
    >
      <h1>{texts.signIn.heading}</h1>
      {done && (
        <p class="done" role="status">
          {texts.done[done]}
        </p>
      )}
      <p>{texts.signIn.lead}</p>
      <CredentialForms
        texts={signInTexts[language].signIn}
        action={accountAddresses(language).signIn}
        csrf={csrf}
        {...(problem && { problem })}
      />
    </AccountFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
