import { familyOf } from '@voxolib/telephony/reports';
import { statuses } from '../completions/statuses.ts';
import { meaningOf } from '../glossary/families.ts';
import { asLanguage, languages } from '../language.ts';
import { code } from '../markdown.ts';
import type { Resource } from '../resource.ts';

/** The vendors' statuses are an open set, so that there is an answer to every name; it is cut where it is absurdly long. */
const LONGEST_STATUS = 60;

export const status: Resource = {
  uriTemplate: 'voxolib://glossary/{language}/status/{status}',
  name: 'status',
  title: 'A status / Un statut',
  description: 'Which family a call status counts in, and what that means. Language: en or fr.',
  mimeType: 'text/markdown',
  complete: { language: () => languages, status: statuses },
  read(variables, _, { families }) {
    const language = asLanguage(variables.language);
    const { status: name = '' } = variables;
    if (language === undefined || name.length > LONGEST_STATUS) return undefined;
    const family = familyOf(name, families);
    const counts = language === 'fr' ? 'compte dans la famille' : 'counts in the family';
    return `${code(name)} ${counts} ${code(family)}. ${meaningOf(family, language)}`;
  },
};
