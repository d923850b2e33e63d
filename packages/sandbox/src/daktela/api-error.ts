import type { Language } from './languages.ts';

type Words = Readonly<Record<Language, string>>;

/** What is answered instead of records. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly #words: Words;
  readonly #shape: (message: string) => unknown;

  constructor(status: number, words: Words, shape: (message: string) => unknown = (message) => [message]) {
    super(words.en);
    this.status = status;
    this.#words = words;
    this.#shape = shape;
  }

  /** The value of `error`, in this language. */
  errorIn(language: Language): unknown {
    return this.#shape(this.#words[language]);
  }
}

export const notFound = () =>
  new ApiError(404, { cs: 'Object not exist', en: 'Object not exist', fr: 'Object not exist' }, (message) => message);

export const unknownEndpoint = () =>
  new ApiError(404, { cs: 'Neznámý model', en: 'Unknown model', fr: 'Modèle inconnu' });

export const unauthenticated = () =>
  new ApiError(401, {
    cs: 'Přístup odepřen: přihlaste se',
    en: 'Access denied: log in',
    fr: 'Accès refusé : connectez-vous',
  });

export const badLogin = () =>
  new ApiError(
    401,
    {
      cs: 'Neplatné uživatelské jméno nebo heslo',
      en: 'The user name or the password is not valid',
      fr: 'Nom d’utilisateur ou mot de passe incorrect',
    },
    (message) => ({ primary: [message], form: [] }),
  );

export const forbidden = (endpoint: string) =>
  new ApiError(403, {
    cs: `Nemáte oprávnění číst ${endpoint}`,
    en: `You may not read ${endpoint}`,
    fr: `Vous n’avez pas le droit de lire ${endpoint}`,
  });

export const readOnly = () =>
  new ApiError(403, {
    cs: 'Nemáte oprávnění zapisovat',
    en: 'You may not write',
    fr: 'Vous n’avez pas le droit d’écrire',
  });

export const methodNotAllowed = (method: string) =>
  new ApiError(405, {
    cs: `Metoda ${method} není podporována`,
    en: `The method ${method} is not supported`,
    fr: `La méthode ${method} n’est pas prise en charge`,
  });

export const unknownField = (field: string) =>
  new ApiError(
    400,
    { cs: `Neznámé pole „${field}“`, en: `Unknown field “${field}”`, fr: `Champ inconnu « ${field} »` },
    (message) => ({ primary: ['Not valid'], form: { [field]: message } }),
  );

export const unknownOperator = (operator: string) =>
  new ApiError(
    400,
    {
      cs: `Neznámý operátor „${operator}“`,
      en: `Unknown operator “${operator}”`,
      fr: `Opérateur inconnu « ${operator} »`,
    },
    (message) => ({ primary: [message], form: [] }),
  );

export const badFilter = () =>
  new ApiError(
    400,
    {
      cs: 'Filtr nemá platný tvar',
      en: 'The filter does not have a valid shape',
      fr: 'La forme du filtre n’est pas valable',
    },
    (message) => ({ primary: [message], form: {} }),
  );

export const emptyList = (field: string) =>
  new ApiError(
    400,
    {
      cs: `Seznam hodnot pole „${field}“ je prázdný`,
      en: `The list of values of the field “${field}” is empty`,
      fr: `La liste des valeurs du champ « ${field} » est vide`,
    },
    (message) => [{ form: { [field]: [message] }, primary: [] }],
  );

export const badValue = (field: string) =>
  new ApiError(
    400,
    {
      cs: `Hodnota pole „${field}“ není platná`,
      en: `The value of the field “${field}” is not valid`,
      fr: `La valeur du champ « ${field} » n’est pas valable`,
    },
    (message) => ({ primary: [], form: { [field]: [message] } }),
  );
