import { callStatuses } from '@voxolib/access';
import type { Language } from '../language.ts';
import type { CallField } from './call-field.ts';
import type { CallQuery } from './call-query.ts';
import type { CallTexts } from './texts.ts';

export interface FilterFormProps {
  query: CallQuery;
  texts: CallTexts;
  language: Language;
  /** Where the form goes. */
  action: string;
  tools: readonly string[];
  withUser: boolean;
}

/** Asks which calls are to be shown, by an address that can be kept. */
export function FilterForm({ query, texts, language, action, tools, withUser }: FilterFormProps) {
  const { filter } = texts;
  const { values, problems } = query;
  const statuses = callStatuses.map((status) => [status, texts.statuses[status]] as const);
  const names = [...new Set([...tools, values.tool].filter(Boolean))].sort().map((tool) => [tool, tool] as const);
  const problemOf = (name: CallField) => {
    const problem = problems[name];
    return problem && texts.problems[problem];
  };
  const common = (name: CallField) => ({
    name,
    label: filter.fields[name],
    value: values[name],
    problem: problemOf(name),
  });
  return (
    <form class="card filters" method="get" action={action}>
      <input type="hidden" name="lang" value={language} />
      <fieldset>
        <legend>{filter.legend}</legend>
        {problems.cursor && (
          <p class="error" role="alert">
            {texts.problems[problems.cursor]}
          </p>
        )}
        <div class="fields">
          <TextFilter {...common('from')} type="date" />
          <TextFilter {...common('to')} type="date" />
          <TextFilter {...common('tz')} />
          <ChoiceFilter {...common('tool')} all={filter.all} choices={names} />
          <ChoiceFilter {...common('status')} all={filter.all} choices={statuses} />
          <TextFilter {...common('client')} />
          <TextFilter {...common('token')} />
          {withUser && <TextFilter {...common('user')} />}
        </div>
        <div class="actions">
          <button type="submit" class="primary">
            {filter.submit}
          </button>
          <a class="button" href={`${action}?lang=${language}`}>
            {filter.reset}
          </a>
        </div>
      </fieldset>
    </form>
  );
}

interface FilterProps {
  name: CallField;
  label: string;
  value: string;
  problem: string | undefined;
}

function TextFilter({ name, label, value, problem, type = 'text' }: FilterProps & { type?: 'text' | 'date' }) {
  const id = `filter-${name}`;
  const invalid = problem !== undefined && { 'aria-invalid': true as const, 'aria-describedby': `${id}-problem` };
  const attributes = { id, name, value, autocomplete: 'off', spellcheck: false, ...invalid } as const;
  // A date field would hide what was typed when it is no date.
  const asDate = type === 'date' && problem === undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {asDate ? <input type="date" {...attributes} /> : <input type="text" {...attributes} />}
      <Problem id={id} text={problem} />
    </div>
  );
}

interface ChoiceFilterProps extends FilterProps {
  all: string;
  choices: readonly (readonly [value: string, label: string])[];
}

function ChoiceFilter({ name, label, value, problem, all, choices }: ChoiceFilterProps) {
  const id = `filter-${name}`;
  const invalid = problem !== undefined && { 'aria-invalid': true as const, 'aria-describedby': `${id}-problem` };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} {...invalid}>
        <option value="">{all}</option>
        {choices.map(([choice, words]) => (
          <option value={choice} selected={choice === value}>
            {words}
          </option>
        ))}
      </select>
      <Problem id={id} text={problem} />
    </div>
  );
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="error" id={`${id}-problem`}>
      {text}
    </p>
  );
}
