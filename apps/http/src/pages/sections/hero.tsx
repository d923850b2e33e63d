import type { Language } from '../language.ts';
import { RichText } from '../rich-text.tsx';
import { CopyButton } from '../snippet.tsx';
import type { Texts } from '../texts.ts';
import { SampleAnswer } from './sample-answer.tsx';

export function Hero({ texts, language, endpoint }: { texts: Texts; language: Language; endpoint: string }) {
  const { hero } = texts;
  return (
    <div class="hero">
      <h1>{hero.heading}</h1>
      <p class="lead">{hero.lead}</p>
      <div class="endpoint">
        <p class="small-heading">{hero.endpoint}</p>
        <p class="address">
          <code id="endpoint">{endpoint}</code>
          <CopyButton of="endpoint" label={hero.endpoint} texts={texts.copy} />
        </p>
        <p class="small">
          <RichText text={hero.transport} />
        </p>
      </div>
      <SampleAnswer texts={texts.sample} language={language} />
    </div>
  );
}
