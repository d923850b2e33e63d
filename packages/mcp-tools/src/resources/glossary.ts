import { DEFAULT_TIME_ZONE } from '@voxolib/telephony';
import { countingSections } from '../glossary/counting.ts';
import { familySections } from '../glossary/families.ts';
import { periodSections } from '../glossary/periods.ts';
import { asLanguage, languages } from '../language.ts';
import type { Resource } from '../resource.ts';

export const glossary: Resource = {
  uriTemplate: 'voxolib://glossary/{language}',
  name: 'glossary',
  title: 'Glossary / Glossaire',
  description:
    'What statuses, families, rates, products, days and periods mean exactly, in the words that answers use. Language: en or fr.',
  mimeType: 'text/markdown',
  complete: { language: () => languages },
  listed: [
    {
      uri: 'voxolib://glossary/en',
      name: 'glossary_en',
      title: 'Glossary',
      description: 'What statuses, families, rates, products, days and periods mean exactly.',
    },
    {
      uri: 'voxolib://glossary/fr',
      name: 'glossary_fr',
      title: 'Glossaire',
      description: 'Le sens exact des statuts, familles, taux, produits, jours et périodes.',
    },
  ],
  read(variables, _, { families, now }) {
    const language = asLanguage(variables.language);
    if (language === undefined) return undefined;
    return [
      `# ${language === 'fr' ? 'Glossaire' : 'Glossary'}`,
      familySections(language, families),
      countingSections(language),
      periodSections(language, DEFAULT_TIME_ZONE, now()),
      '',
    ]
      .join('\n\n')
      .trimEnd();
  },
};
