import { renderToString } from 'preact-render-to-string';
import { type AccountContext, AccountFrame } from './account-frame.tsx';
import { accountAddresses } from './addresses.ts';
import type { NoticeName } from './texts.ts';

/** Says why nothing was done, and leads back. */
export function renderAccountNotice({ notice, ...context }: AccountContext & { notice: NoticeName }): string {
  const { texts, language } = context;
  const { heading, text } = texts.notices[notice];
  const page = (
    <AccountFrame {...context} title={heading} visitor={undefined}>
      <h1>{heading}</h1>
      <p>{text}</p>
      <p>
        <a class="button primary" href={accountAddresses(language).overview}>
          {texts.back}
        </a>
      </p>
    </AccountFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
