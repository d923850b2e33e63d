import type { Language, Words } from '../language.ts';
import { list } from '../markdown.ts';

const sections: readonly { title: Words; items: readonly Words[] }[] = [
  {
    title: { en: 'Products and measures', fr: 'Produits et mesures' },
    items: [
      {
        en: '**WCB** (web call back): calls that visitors asked for on a web site; the company calls them back.',
        fr: '**WCB** (web call back) : appels que des visiteurs ont demandés sur un site web ; l’entreprise les rappelle.',
      },
      {
        en: '**DID** (direct inward dialling): calls that people made to the account’s phone numbers.',
        fr: '**DID** (sélection directe à l’arrivée) : appels que des personnes ont passés vers les numéros du compte.',
      },
      {
        en: '**inbound** and **outbound**: calls that people made to a VoIP.ms account, and calls made from it. VoIP.ms writes the times of its calls in Eastern time; here each belongs to its day in `tz`.',
        fr: '**inbound** et **outbound** : appels reçus par un compte VoIP.ms, et appels qui en partent. VoIP.ms écrit les heures de ses appels à l’heure de l’Est ; ici chacun est du jour qu’il est dans `tz`.',
      },
      {
        en: '**all**: every product of the connected accounts, added up; the answer names them.',
        fr: '**all** : tous les produits des comptes connectés, additionnés ; la réponse les nomme.',
      },
      {
        en: '**Minutes** are decimal: 1.5 is one minute and 30 seconds. `fixed`, `mobile` and `intl` are the kinds of line called; `billable` is the vendor’s own figure and need not be their sum.',
        fr: '**Minutes** décimales : 1,5 vaut une minute et 30 secondes. `fixed`, `mobile` et `intl` sont les types de ligne appelée ; `billable` est la valeur du fournisseur, pas forcément leur somme.',
      },
    ],
  },
  {
    title: { en: 'Days and zones', fr: 'Jours et fuseaux' },
    items: [
      {
        en: 'A day runs from midnight to midnight in the time zone `tz` (Europe/Paris unless given), and so has 23, 24 or 25 hours. The vendor says which day a call belongs to.',
        fr: 'Un jour va de minuit à minuit dans le fuseau `tz` (Europe/Paris par défaut) : il a 23, 24 ou 25 heures. C’est le fournisseur qui dit de quel jour est un appel.',
      },
      {
        en: 'Both ends of a period are included. A day without calls is there and counts 0.',
        fr: 'Les deux bornes d’une période sont incluses. Un jour sans appel est présent et compte 0.',
      },
      {
        en: '`partial_until`: the period includes today, which is counted up to this time only.',
        fr: '`partial_until` : la période comprend aujourd’hui, compté jusqu’à cette heure seulement.',
      },
      {
        en: '`missing`: days that the vendor did not give, and why. No figure includes them.',
        fr: '`missing` : jours que le fournisseur n’a pas donnés, et pourquoi. Aucune valeur ne les comprend.',
      },
      {
        en: '`as_of`: when the vendor gave the figures; the oldest moment where there are several.',
        fr: '`as_of` : quand le fournisseur a donné les valeurs ; le moment le plus ancien s’il y en a plusieurs.',
      },
      {
        en: '`coarsened`: the answer was too large, and is by week or month, or shorter. Totals stay the same.',
        fr: '`coarsened` : la réponse était trop longue ; elle est par semaine ou par mois, ou plus courte. Les totaux ne changent pas.',
      },
    ],
  },
];

/** What is counted, and in which days, as sections of Markdown. */
export function countingSections(language: Language): string {
  return sections
    .map(({ title, items }) => `## ${title[language]}\n\n${list(items.map((item) => item[language]))}`)
    .join('\n\n');
}
