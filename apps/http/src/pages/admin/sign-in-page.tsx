import { renderToString } from 'preact-render-to-string';
import { Field } from '../field.tsx';
import { RichText } from '../rich-text.tsx';
import { filled } from '../sign-in/texts.ts';
import { inLanguage, paths } from './addresses.ts';
import { type AdminContext, AdminFrame } from './admin-frame.tsx';

export interface AdminSignInProblem {
  name: 'wrong' | 'tooMany';
  seconds?: number;
}

export interface AdminSignInOptions extends AdminContext {
  csrf: string;
  /** The ways in that this server has. */
  byToken: boolean;
  byGroup: boolean;
  problem?: AdminSignInProblem | undefined;
}

/** Asks for the token of the server, or leads to the organisation's own sign-in. */
export function renderAdminSignIn({ csrf, byToken, byGroup, problem, ...context }: AdminSignInOptions): string {
  const { texts, language } = context;
  const { signIn } = texts;
  const page = (
    <AdminFrame {...context} title={signIn.title} problem={problem !== undefined}>
      <h1>{signIn.heading}</h1>
      <p>{signIn.lead}</p>
      {problem && (
        <p id="problem" class="error" role="alert">
          {filled(signIn[problem.name], 'seconds', String(problem.seconds ?? ''))}
        </p>
      )}
      {byGroup && (
        <p>
          <a class="button primary" href={inLanguage(paths.oidc, language)}>
            {signIn.oidc}
          </a>
        </p>
      )}
      {byToken && (
        <form class="card" method="post" action={inLanguage(paths.signIn, language)}>
          <input type="hidden" name="csrf" value={csrf} />
          <Field
            id="token"
            name="token"
            label={signIn.token}
            type="password"
            describedBy={problem ? 'problem token-hint' : 'token-hint'}
            invalid={problem?.name === 'wrong'}
          />
          <p id="token-hint" class="small">
            <RichText text={signIn.hint} />
          </p>
          <button type="submit" class="primary">
            {signIn.submit}
          </button>
        </form>
      )}
    </AdminFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
