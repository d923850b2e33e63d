import type { ToolTranslation } from './texts.ts';
import { daktelaTranslations } from './tools-daktela.fr.ts';
import { voipmsTranslations } from './tools-voipms.fr.ts';

const period = {
  start_date: 'Premier jour, AAAA-MM-JJ, compris',
  end_date: 'Dernier jour, AAAA-MM-JJ, compris ; pas dans le futur',
  tz: 'Fuseau horaire IANA dans lequel les jours sont comptés',
};

const anyPeriod = {
  period:
    'Période par son nom : today, yesterday, last_7_days, last_30_days, this_week, last_week, this_month, last_month, this_quarter, last_quarter, this_year, last_year, 2026-W14, 2026-03, 2026-Q3, 2026, ou deux dates comme 2026-01-15/2026-02-14. this_… finit aujourd’hui ; last_7_days et last_30_days finissent hier. Jusqu’à 5 ans',
  start_date: 'Au lieu de period : premier jour, AAAA-MM-JJ, compris',
  end_date: 'Au lieu de period : dernier jour, compris, pas dans le futur',
  tz: period.tz,
  product:
    'Voxolib : wcb (rappel web), did (appels vers les numéros entrants) ; VoIP.ms : inbound (reçus), outbound (émis) ; Daktela : inbound, outbound, internal (internes) ; all : tous les produits des comptes connectés',
  account: 'Seulement le compte connecté de ce fournisseur',
  fresh: 'true interroge à nouveau le fournisseur au lieu d’utiliser les jours gardés en mémoire',
  max_tokens:
    'Taille maximale de la réponse en jetons, texte et contenu structuré ensemble ; une réponse plus longue est regroupée, et le dit',
};
const measure = 'calls (appels), ou minutes là où ce déploiement les propose';

export const toolTranslations: Record<string, ToolTranslation> = {
  call_stats: {
    title: 'Statistiques d’appels',
    description:
      'Statistiques calculées de n’importe quelle période : totaux, taux de réponse et d’appels manqués, moyenne par jour, meilleur et pire jour, et groupes dans le temps, par jour de la semaine, statut, famille ou produit ; classés si vous le voulez.\n\nPour toute question sur un nombre, une part, un jour ou une tendance : un seul appel y répond exactement. Pour comparer deux périodes, `compare_periods`.',
    arguments: {
      ...anyPeriod,
      measure,
      group_by: 'Un regroupement, ou deux à croiser, par exemple ["week","product"] ; [] pour les totaux seuls',
      sort_by: 'Classe les groupes selon ce chiffre ; sans lui, ils gardent leur ordre',
      order: 'desc : le plus grand d’abord',
      top: 'Nombre de groupes à garder ; les autres sont additionnés dans rest',
      min_calls: 'Laisse hors du classement les groupes qui ont moins d’appels',
    },
  },
  compare_periods: {
    title: 'Comparer des périodes',
    description:
      'Compare une période avec une à trois autres : variation absolue et relative de chaque chiffre, taux en points, par jour quand les durées diffèrent, par groupe, et les groupes qui ont le plus changé.\n\nPour « mieux ou moins bien que », « depuis l’an dernier », « ce mois-ci jusqu’à aujourd’hui face aux mêmes jours ». Pour une seule période, `call_stats`.',
    arguments: {
      ...anyPeriod,
      measure,
      against:
        'À quoi comparer : previous, same_last_year, same_last_year_by_weekday, ou une période par son nom ou par deux dates. previous d’un mois inachevé désigne les mêmes jours du mois d’avant',
      group_by: 'Compare aussi groupe par groupe ; les groupes dans le temps se répondent par leur rang',
    },
  },
  find_anomalies: {
    title: 'Jours qui sortent du lot',
    description:
      'Jours dont le nombre d’appels, d’appels manqués ou échoués, ou le taux d’appels manqués, est inhabituel pour leur jour de la semaine ; chacun est expliqué par des chiffres. Les jours fériés sont reconnus et nommés.\n\nPour « quelque chose d’anormal ? », « que s’est-il passé le mois dernier ? », pour hier comme pour des années. Pour les jours les plus hauts et les plus bas, `call_stats` avec group_by day et top.',
    arguments: {
      ...anyPeriod,
      compare_days:
        'Jours, jusqu’à la fin de la période, qui disent ce qui est habituel ; la période elle-même si elle est plus longue',
      threshold:
        'À combien de fois la variation habituelle un jour doit se trouver ; plus petit, il en trouve davantage',
      top: 'Nombre de jours à citer, les plus marqués d’abord',
      holidays_of: 'Les jours fériés de qui : un pays comme FR, ou une de ses parties comme FR-57 ou CA-QC',
      language: 'Langue des noms de jours fériés',
    },
  },
  export_calls: {
    title: 'Exporter les lignes quotidiennes',
    description:
      'Un fichier avec une ligne par jour et par produit : appels par famille de statuts et par statut, ou minutes. CSV, CSV pour les tableurs français, ou JSON par lignes ; avec son nombre de lignes et son SHA-256.\n\nQuand vous voulez les lignes elles-mêmes, pour un tableur ou un autre programme. Pour des chiffres, des taux et des comparaisons, `call_stats` ou `compare_periods` : ils coûtent bien moins.',
    arguments: {
      ...anyPeriod,
      measure,
      format:
        'csv : RFC 4180 ; csv_fr : points-virgules et virgules décimales, comme l’attendent les tableurs français ; jsonl : un objet par ligne',
      max_tokens: 'Taille maximale de la réponse en jetons ; un fichier qui n’y tient pas vient sous forme de lien',
    },
  },
  voxolib_wcb_calls: {
    title: 'Rappel web : appels par jour',
    description:
      'Volume quotidien des appels WCB (web call back, rappel web), avec la répartition par statut et des totaux exacts.\n\nPour les lignes quotidiennes des rappels demandés par les visiteurs d’un site, sur 90 jours au plus. Les appels entrants sont dans `voxolib_did_calls` ; les taux, les classements et les périodes plus longues dans `call_stats`.',
    arguments: period,
  },
  voxolib_did_calls: {
    title: 'Numéros entrants : appels par jour',
    description:
      'Volume quotidien des appels entrants vers les DID (les numéros du compte), avec la répartition par statut et des totaux exacts.\n\nPour les lignes quotidiennes des appels reçus par l’entreprise, sur 90 jours au plus. Les rappels demandés sur un site sont dans `voxolib_wcb_calls` ; les taux, les classements et les périodes plus longues dans `call_stats`.',
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
  ...voipmsTranslations,
  ...daktelaTranslations,
};
