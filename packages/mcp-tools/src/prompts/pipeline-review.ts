import type { Prompt } from '../prompt.ts';
import { agentArgument, categoryArgument, namesOf, statusArgument, zoneArgument } from './arguments.ts';

export const pipelineReview: Prompt = {
  about: 'conversations',
  arguments: [categoryArgument, statusArgument, agentArgument, zoneArgument],
  tools: ['daktela_list_tickets', 'daktela_get_ticket'],
  calls(given) {
    const open = { ...namesOf(given), stage: ['open', 'wait'] };
    return [
      { tool: 'daktela_list_tickets', arguments: { ...open, count_only: true } },
      { tool: 'daktela_list_tickets', arguments: { ...open, sort: 'last_activity', take: 50, max_tokens: 16_000 } },
    ];
  },
  words: {
    en: {
      name: 'pipeline_review',
      title: 'Sales pipeline review',
      description:
        'Open sales tickets by value: which progress, which have stalled, which are at risk, and what they need.',
      goal: 'Review the open tickets of a sales pipeline for the person who decides where to help this week.',
      purposes: [
        'How many tickets are open.',
        'The open tickets, those with the latest activity first, with their custom fields.',
      ],
      next: [
        'Read the latest mails of each with `daktela_get_ticket`, its id, order desc and take 10.',
        'Judge each: progressing (the customer moves it on), stalled (nobody does), at risk (doubts, delays, a competitor).',
        'Rank by the custom field that holds the value (such as MRR). Say which field; put tickets without it last.',
      ],
      layout: [
        'One sentence: how many tickets were read of how many are open, and how many progress, stall and are at risk.',
        'A table by value: ticket with link, customer, agent, value, state, date of the last mail of each side, a quotation.',
        'The tickets that need attention this week: what to do for each, and by when.',
        'What was not read, and tickets without a value.',
      ],
    },
    fr: {
      name: 'revue_pipeline',
      title: 'Revue du pipeline commercial',
      description:
        'Les tickets de vente ouverts par valeur : lesquels avancent, stagnent ou sont menacés, et leurs besoins.',
      goal: 'Passez en revue les tickets ouverts d’un pipeline commercial, pour la personne qui décide où aider cette semaine.',
      purposes: [
        'Le nombre de tickets ouverts.',
        'Les tickets ouverts, ceux de l’activité la plus récente d’abord, avec leurs champs personnalisés.',
      ],
      next: [
        'Lisez les derniers e-mails de chacun avec `daktela_get_ticket`, son identifiant, order desc et take 10.',
        'Jugez chacun : avance (le client le fait avancer), stagne (personne ne le fait), menacé (doutes, retards, concurrent).',
        'Classez par le champ personnalisé qui porte la valeur (comme MRR). Dites lequel ; mettez en dernier les tickets sans valeur.',
      ],
      layout: [
        'Une phrase : combien de tickets lus sur combien d’ouverts, et combien avancent, stagnent et sont menacés.',
        'Un tableau par valeur : ticket avec lien, client, agent, valeur, état, date du dernier e-mail de chaque côté, une citation.',
        'Les tickets qui demandent de l’attention cette semaine : que faire pour chacun, et pour quand.',
        'Ce qui n’a pas été lu, et les tickets sans valeur.',
      ],
    },
  },
};
