import { TelephonyError } from '@voxolib/telephony';

/** What a scope brings along, and whether its holder may change something by it. */
interface ScopeRule<Name extends string = string> {
  readonly implies?: readonly NoInfer<Name>[];
  readonly changes?: boolean;
}

export type ScopeRules<Name extends string = string> = Readonly<Record<Name, ScopeRule<Name>>>;

export interface Scopes<Name extends string = string> {
  /** Every scope that there is, in the order in which lists of them are written. */
  readonly names: readonly Name[];
  /** The scopes of a space-separated text or a list, each once. An unknown one is refused by its name. */
  parse(text: string | Iterable<string>): Name[];
  /** The space-separated form, in the order of `names`. */
  format(scopes: Iterable<Name>): string;
  /** What is granted together with all that it implies. Names that are no longer known grant nothing. */
  expand(granted: Iterable<string>): ReadonlySet<Name>;
  /** What of `required` is neither granted nor implied by what is. */
  missing(required: Iterable<Name>, granted: Iterable<string>): Name[];
  /** Whether these scopes, or what they imply, allow a change. */
  allowsChange(granted: Iterable<string>): boolean;
}

// RFC 6749 §3.3: what a scope may consist of.
const TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
const LONGEST_SHOWN = 64;

/** The scopes of a deployment, from a table that says which one implies which. */
export function createScopes<const Name extends string>(rules: ScopeRules<Name>): Scopes<Name> {
  const names = Object.keys(rules) as Name[];
  const table = new Map<string, ScopeRule<Name>>(names.map((name) => [name, rules[name]]));
  for (const [name, { implies = [] }] of table) {
    if (!TOKEN.test(name)) throw new TypeError(`"${name}" cannot be the name of a scope.`);
    const stranger = implies.find((implied) => !table.has(implied));
    if (stranger !== undefined) throw new TypeError(`"${name}" implies "${stranger}", which is no scope.`);
  }
  const known = (name: string): name is Name => table.has(name);

  const closures = new Map(names.map((name) => [name, closure(name)]));
  function closure(name: Name): ReadonlySet<Name> {
    const reached = new Set<Name>();
    const ahead = [name];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      ahead.push(...(table.get(next)?.implies ?? []));
    }
    return reached;
  }

  function expand(granted: Iterable<string>): ReadonlySet<Name> {
    const all = new Set<Name>();
    for (const name of granted) {
      if (known(name)) for (const reached of closures.get(name) ?? []) all.add(reached);
    }
    return all;
  }

  return {
    names,
    parse(text) {
      const asked = new Set(typeof text === 'string' ? text.split(' ').filter((part) => part !== '') : text);
      const unknown = [...asked].filter((name) => !known(name));
      if (unknown.length > 0) throw new TelephonyError('INVALID_INPUT', refusal(unknown, names), { field: 'scope' });
      return names.filter((name) => asked.has(name));
    },
    format(scopes) {
      const given = new Set(scopes);
      return names.filter((name) => given.has(name)).join(' ');
    },
    expand,
    missing(required, granted) {
      const held = expand(granted);
      return [...new Set(required)].filter((name) => !held.has(name));
    },
    allowsChange: (granted) => [...expand(granted)].some((name) => table.get(name)?.changes === true),
  };
}

function refusal(unknown: readonly string[], names: readonly string[]): string {
  const shown = unknown.slice(0, 3).map((name) => JSON.stringify(name.slice(0, LONGEST_SHOWN)));
  const more = unknown.length > shown.length ? ` and ${unknown.length - shown.length} more` : '';
  const verb = unknown.length === 1 ? 'is not a scope' : 'are not scopes';
  return `${shown.join(', ')}${more} ${verb}. There are: ${names.join(', ')}.`;
}
