import { DEFAULT_TIME_ZONE } from '@voxolib/telephony';
import { figures } from '../figures.ts';
import type { Language } from '../language.ts';
import { RichText } from '../rich-text.tsx';
import { filled } from '../sign-in/texts.ts';
import { inLanguage, paths } from './addresses.ts';
import type { AdminTexts } from './texts.ts';
import type { VerificationState } from './verification.ts';

interface RecordSectionProps {
  /** False while records cannot be written. */
  healthy: boolean;
  verification: VerificationState;
  csrf: string;
  texts: AdminTexts['record'];
  language: Language;
}

/** Whether the record is kept, and whether it is whole. */
export function RecordSection({ healthy, verification, csrf, texts, language }: RecordSectionProps) {
  return (
    <section aria-labelledby="record-heading" class="card">
      <h2 id="record-heading">{texts.heading}</h2>
      <p class={healthy ? 'good' : 'note'}>
        <RichText text={healthy ? texts.written : texts.notWritten} />
      </p>
      <LastCheck verification={verification} texts={texts} language={language} />
      {verification.running ? (
        <p>
          {texts.running} <a href={inLanguage(paths.overview, language)}>{texts.reload}</a>
        </p>
      ) : (
        <form method="post" action={inLanguage(paths.verify, language)}>
          <input type="hidden" name="csrf" value={csrf} />
          <p>
            <button type="submit">{texts.verify}</button>
          </p>
        </form>
      )}
      <p class="small">
        <RichText text={texts.scope} />
      </p>
    </section>
  );
}

function LastCheck({
  verification: { last },
  texts,
  language,
}: Pick<RecordSectionProps, 'verification' | 'texts' | 'language'>) {
  if (last === undefined) return <p>{texts.never}</p>;
  const { number, momentsIn } = figures(language);
  const { result } = last;
  if (result === 'failed') return <p class="note">{texts.failed}</p>;
  const values = {
    time: momentsIn(DEFAULT_TIME_ZONE)(last.at),
    calls: number(result.calls),
    writers: number(result.writers),
  };
  const words = Object.entries(values).reduce(
    (text, [name, value]) => filled(text, name, value),
    result.ok ? texts.whole : texts.broken,
  );
  return (
    <>
      <p class={result.ok ? 'good' : 'note'} role="status">
        <RichText text={words} />
      </p>
      {result.problem && (
        <p lang="en">
          {result.problem.what} <code>{result.problem.kind}</code>{' '}
          {result.problem.call && <code>{result.problem.call}</code>}
        </p>
      )}
      {result.anchor && (
        <p class="small">
          {texts.anchor}: <code>{result.anchor}</code>
        </p>
      )}
    </>
  );
}
