import { renderToString } from 'preact-render-to-string';
import { Frame, type PageContext } from './frame.tsx';
import type { NoticeName } from './texts.ts';

/** A page from which nothing more can be done here. */
export function renderNoticePage({ notice, ...context }: PageContext & { notice: NoticeName }): string {
  const { heading, text } = context.texts.notices[notice];
  const page = (
    <Frame {...context} title={heading}>
      <h1>{heading}</h1>
      <p>{text}</p>
    </Frame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
