import type { Alerts } from '@voxolib/access';
import { DEFAULT_TIME_ZONE } from '@voxolib/telephony';
import { figures } from '../figures.ts';
import type { Language } from '../language.ts';
import { RichText } from '../rich-text.tsx';
import type { AdminTexts } from './texts.ts';

interface AlertsSectionProps {
  alerts: Pick<Alerts, 'state' | 'recent'>;
  /** Whether they are sent somewhere. */
  sending: boolean;
  texts: AdminTexts['alerts'];
  language: Language;
}

/** What this process has told its operators, or would have. */
export function AlertsSection({ alerts, sending, texts, language }: AlertsSectionProps) {
  const { number, momentsIn } = figures(language);
  const moment = momentsIn(DEFAULT_TIME_ZONE);
  const state = alerts.state();
  const recent = alerts.recent();
  return (
    <section aria-labelledby="alerts-heading" class="card">
      <h2 id="alerts-heading">{texts.heading}</h2>
      {sending ? (
        <dl class="tallies">
          {(['sent', 'failed', 'heldBack'] as const).map((name) => (
            <div>
              <dt>{texts[name]}</dt>
              <dd>{number(state[name])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="note">
          <RichText text={texts.noWebhook} />
        </p>
      )}
      {recent.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ol class="alerts">
          {recent.map(({ at, text, outcome }) => (
            <li>
              <p class="small">
                <time dateTime={new Date(at).toISOString()}>{moment(at)}</time> · {texts.outcomes[outcome]}
              </p>
              <p lang="en">
                <bdi>{text}</bdi>
              </p>
            </li>
          ))}
        </ol>
      )}
      <p class="small">{texts.ownProcess}</p>
    </section>
  );
}
