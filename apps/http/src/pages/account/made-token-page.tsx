import { renderToString } from 'preact-render-to-string';
import { Snippet } from '../snippet.tsx';
import { claudeCodeCommand } from '../snippets.ts';
import { textsIn } from '../texts.ts';
import { type AccountContext, AccountFrame, type Visitor } from './account-frame.tsx';
import { accountAddresses } from './addresses.ts';

interface MadeTokenOptions extends AccountContext {
  visitor: Visitor;
  name: string;
  token: string;
  endpoint: string;
}

/** Shows a token, the one time that it can be shown. */
export function renderMadeToken({ visitor, name, token, endpoint, ...context }: MadeTokenOptions): string {
  const { texts, language } = context;
  const { madeToken } = texts;
  const { copy } = textsIn[language];
  const page = (
    <AccountFrame {...context} title={madeToken.title} visitor={visitor} script="account.js">
      <h1>{madeToken.heading}</h1>
      <p>
        <bdi>{name}</bdi>
      </p>
      <p class="note">{madeToken.once}</p>
      <Snippet id="new-token" label={madeToken.token} code={token} texts={copy} oneLine />
      <Snippet
        id="new-token-command"
        label={madeToken.command}
        code={claudeCodeCommand(endpoint, token)}
        texts={copy}
        oneLine
      />
      <p>
        <a class="button primary" href={accountAddresses(language).overview}>
          {madeToken.back}
        </a>
      </p>
    </AccountFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
