import type { ToolTranslation } from './texts.ts';

const period = {
  start_date: 'Premier jour, AAAA-MM-JJ, compris',
  end_date: 'Dernier jour, AAAA-MM-JJ, compris ; pas dans le futur',
  tz: 'Fuseau horaire IANA dans lequel les jours sont comptés',
};

export const toolTranslations: Record<string, ToolTranslation> = {
  voxolib_wcb_calls: {
    title: 'Rappel web : appels par jour',
    description:
      'Volume quotidien des appels WCB (web call back, rappel web), avec la répartition par statut et des totaux exacts.\n\nPour les rappels demandés par les visiteurs d’un site, sur 90 jours au plus. Les appels entrants vers vos numéros sont dans `voxolib_did_calls`.',
    arguments: period,
  },
  voxolib_did_calls: {
    title: 'Numéros entrants : appels par jour',
    description:
      'Volume quotidien des appels entrants vers les DID (les numéros du compte), avec la répartition par statut et des totaux exacts.\n\nPour les appels reçus par l’entreprise, sur 90 jours au plus. Les rappels demandés sur un site sont dans `voxolib_wcb_calls`.',
    arguments: period,
  },
  voxolib_dids: {
    title: 'Combien de numéros',
    description:
      'Nombre de DID (numéros entrants) du compte : total, actifs, suspendus, autres.\n\nPour compter les numéros. Cet outil ne les énumère pas et ne dit rien des appels.',
    arguments: {},
  },
  voxolib_minutes_report: {
    title: 'Minutes par jour',
    description:
      'Minutes par jour d’un produit, par type de ligne (fixe, mobile, international), avec les minutes facturables et des totaux exacts.\n\nPour la consommation et les factures, sur 90 jours au plus. Le nombre d’appels est dans `voxolib_wcb_calls` et `voxolib_did_calls`.',
    arguments: { product: 'wcb : rappel web ; did : numéros entrants', ...period },
  },
};
