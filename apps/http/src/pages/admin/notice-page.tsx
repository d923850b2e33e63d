import { renderToString } from 'preact-render-to-string';
import { inLanguage, paths } from './addresses.ts';
import { type AdminContext, AdminFrame } from './admin-frame.tsx';
import type { NoticeName } from './texts.ts';

/** Says why nothing was done, and leads back. */
export function renderAdminNotice({ notice, ...context }: AdminContext & { notice: NoticeName }): string {
  const { heading, text } = context.texts.notices[notice];
  const page = (
    <AdminFrame
      {...context}
      title={heading}
      otherSearch={inLanguage(paths.overview, context.texts.otherLanguage.language)}
    >
      <h1>{heading}</h1>
      <p>{text}</p>
      <p>
        <a class="button" href={inLanguage(paths.overview, context.language)}>
          {context.texts.back}
        </a>
      </p>
    </AdminFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}

/**
 * Ends a sign-in that came from another site: a browser sends our cookie, which is `SameSite=Strict`, only when it goes on
 * from a page of ours.
 */
export function renderArrivedPage(context: AdminContext): string {
  const { arrived } = context.texts;
  const address = inLanguage(paths.overview, context.language);
  const page = (
    <AdminFrame {...context} title={arrived.title} goOn={address}>
      <h1>{arrived.title}</h1>
      <p>{arrived.text}</p>
      <p>
        <a class="button primary" href={address}>
          {arrived.link}
        </a>
      </p>
    </AdminFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
