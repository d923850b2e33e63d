import { periods } from '../completions/periods.ts';
import type { Prompt } from '../prompt.ts';
import { agentArgument, namesOf, periodArgument, zoneArgument } from './arguments.ts';

const STANDARD = 'yesterday';

export const agentDailySummary: Prompt = {
  about: 'conversations',
  arguments: [agentArgument, periodArgument(STANDARD, periods), zoneArgument],
  tools: ['daktela_agent_stats', 'daktela_list_activities', 'daktela_list_tickets'],
  calls(given) {
    const { period = STANDARD } = given;
    const about = { period, ...namesOf(given) };
    return [
      { tool: 'daktela_agent_stats', arguments: { ...about, by: ['agent'] } },
      { tool: 'daktela_list_activities', arguments: { ...about, take: 100, max_tokens: 12_000 } },
      { tool: 'daktela_list_tickets', arguments: { ...about, time: 'edited' } },
    ];
  },
  words: {
    en: {
      name: 'agent_daily_summary',
      title: 'Daily summary by agent',
      description: 'What an agent, or each, did on a day: calls, mails, chats, tickets, and what was left open.',
      goal: 'Sum up a day of the agents, or of one, for the person who hands over to the next shift.',
      purposes: [
        'Calls by agent: answered, missed, talk time. Quote them, and add up nothing.',
        'Everything that happened, newest first.',
        'The tickets that were worked on.',
      ],
      layout: [
        'One sentence for each agent: what the day was made of.',
        'A table: agent, calls answered, missed, talk time, mails, chats, tickets touched, tickets still open.',
        'What was left open and needs somebody today: ticket with link, customer, why.',
        'What was not counted or read, and why.',
      ],
    },
    fr: {
      name: 'bilan_agent_jour',
      title: 'Bilan du jour par agent',
      description:
        'Ce qu’a fait un agent, ou chacun, en un jour : appels, e-mails, chats, tickets, et ce qui reste ouvert.',
      goal: 'Résumez une journée des agents, ou d’un seul, pour la personne qui passe le relais à l’équipe suivante.',
      purposes: [
        'Les appels par agent : pris, manqués, temps de parole. Citez-les, et n’additionnez rien.',
        'Tout ce qui s’est passé, du plus récent au plus ancien.',
        'Les tickets travaillés.',
      ],
      layout: [
        'Une phrase par agent : de quoi la journée a été faite.',
        'Un tableau : agent, appels pris, manqués, temps de parole, e-mails, chats, tickets touchés, tickets encore ouverts.',
        'Ce qui reste ouvert et demande quelqu’un aujourd’hui : ticket avec lien, client, raison.',
        'Ce qui n’a pas été compté ou lu, et pourquoi.',
      ],
    },
  },
};
