import type { SelfCheck, Services } from '../../connect/self-check.ts';
import { inWords } from '../../doctor/deployment/words.ts';
import type { Language } from '../language.ts';
import type { ConnectPageTexts } from './texts.ts';

type Level = 'ok' | 'warning' | 'problem';

interface CheckListProps {
  check: SelfCheck;
  language: Language;
  texts: ConnectPageTexts['check'];
}

/** Whether the deployment works, in one sentence, and then check by check. */
export function CheckList({ check, language, texts }: CheckListProps) {
  const { observations } = check;
  const items = observations.map((observation) => ({ ...inWords(language, observation), of: observation.check }));
  const clients = items.filter(({ of }) => of === 'clients');
  return (
    <>
      <p class={`verdict ${worst(check)}`}>{verdict(check, texts)}</p>
      <ul class="checks">
        {items
          .filter(({ of }) => of !== 'clients')
          .map((item) => (
            <Check {...item} texts={texts} />
          ))}
      </ul>
      {clients.length > 0 && (
        <>
          <h3>{texts.clients}</h3>
          <ul class="checks">
            {clients.map((item) => (
              <Check {...item} texts={texts} />
            ))}
          </ul>
        </>
      )}
      <ServiceList services={check.services} texts={texts} />
      <p class="small">{texts.when.replace('{time}', timeOf(check.at))}</p>
    </>
  );
}

function Check(props: {
  check: string;
  level: Level;
  found: string;
  advice?: string;
  texts: ConnectPageTexts['check'];
}) {
  const { check, level, found, advice, texts } = props;
  return (
    <li class={level}>
      <span class="mark">{texts.levels[level]}</span>
      <div>
        <p class="check-name">{check}</p>
        <p>{found}</p>
        {advice !== undefined && (
          <p class="advice">
            <span>{texts.forOperator}</span> {advice}
          </p>
        )}
      </div>
    </li>
  );
}

function ServiceList({ services, texts }: { services: Services; texts: ConnectPageTexts['check'] }) {
  const known = (['database', 'redis'] as const).filter((name) => services[name] !== undefined);
  if (known.length === 0) return null;
  return (
    <>
      <h3>{texts.services}</h3>
      <ul class="checks">
        {known.map((name) => {
          const answers = services[name] === true;
          const found = answers ? texts.answers : texts.silent;
          return <Check check={texts[name]} level={answers ? 'ok' : 'problem'} found={found} texts={texts} />;
        })}
      </ul>
    </>
  );
}

function verdict({ observations, services }: SelfCheck, texts: ConnectPageTexts['check']): string {
  // That a client does not find its way follows from what is counted.
  const causes = observations.filter(({ check }) => check !== 'clients');
  const silent = Object.values(services).filter((answers) => answers === false).length;
  const problems = causes.filter(({ level }) => level === 'problem').length + silent;
  if (problems > 0) return texts.problems.replace('{count}', String(problems));
  const warnings = causes.filter(({ level }) => level === 'warning').length;
  return warnings > 0 ? texts.warnings.replace('{count}', String(warnings)) : texts.well;
}

function worst({ observations, services }: SelfCheck): Level {
  const levels = observations.map(({ level }) => level);
  if (levels.includes('problem') || Object.values(services).includes(false)) return 'problem';
  return levels.includes('warning') ? 'warning' : 'ok';
}

/** To the second, in UTC, which everybody can compare with a clock of their own. */
export function timeOf(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
