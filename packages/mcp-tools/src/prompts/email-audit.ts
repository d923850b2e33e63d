import { periods } from '../completions/periods.ts';
import type { Prompt } from '../prompt.ts';
import { agentArgument, namesOf, periodArgument, queueArgument, zoneArgument } from './arguments.ts';

const STANDARD = 'last_7_days';

export const emailAudit: Prompt = {
  about: 'conversations',
  arguments: [periodArgument(STANDARD, periods), queueArgument, agentArgument, zoneArgument],
  tools: ['daktela_list_emails', 'daktela_get_ticket'],
  calls(given) {
    const { period = STANDARD } = given;
    const about = { period, ...namesOf(given) };
    return [
      { tool: 'daktela_list_emails', arguments: { ...about, count_only: true } },
      { tool: 'daktela_list_emails', arguments: { ...about, take: 25, max_tokens: 16_000 } },
    ];
  },
  words: {
    en: {
      name: 'email_audit',
      title: 'E-mail quality audit',
      description:
        'Mails with unhappy customers, deals lost to a competitor or an unprofessional tone, each with its ticket.',
      goal: 'Audit the mails of a period for the person who answers for their quality.',
      purposes: ['How many mails there are.', 'The mails with their words, newest first.'],
      next: [
        'Judge every mail: is the customer unhappy, did they choose a competitor, is the agent’s tone unprofessional?',
        'Of every mail that you flag, read the thread with `daktela_get_ticket` and its ticket, before you keep the flag.',
      ],
      layout: [
        'One sentence: how many mails of how many are flagged, and for what.',
        'A table, gravest first: time, agent, customer, direction, subject, what is wrong, a quotation, link to the ticket.',
        'For each flagged mail one line: what should be done next, and by whom.',
        'What recurs: the same cause, queue or agent more than once; or that nothing does.',
        'What was not read, and why.',
      ],
    },
    fr: {
      name: 'audit_mails',
      title: 'Audit des e-mails',
      description: 'Les e-mails de clients mécontents, d’affaires perdues ou au ton déplacé, chacun avec son ticket.',
      goal: 'Auditez les e-mails d’une période pour la personne responsable de leur qualité.',
      purposes: ['Le nombre d’e-mails.', 'Les e-mails avec leur texte, du plus récent au plus ancien.'],
      next: [
        'Jugez chaque e-mail : le client est-il mécontent, a-t-il choisi un concurrent, le ton de l’agent est-il déplacé ?',
        'Pour chaque e-mail signalé, lisez le fil avec `daktela_get_ticket` et son ticket avant de confirmer le signalement.',
      ],
      layout: [
        'Une phrase : combien d’e-mails sur combien sont signalés, et pourquoi.',
        'Un tableau, le plus grave d’abord : heure, agent, client, sens, objet, problème, citation, lien du ticket.',
        'Pour chaque e-mail signalé une ligne : ce qu’il faut faire ensuite, et qui.',
        'Ce qui se répète : même cause, file ou agent plus d’une fois ; ou que rien ne se répète.',
        'Ce qui n’a pas été lu, et pourquoi.',
      ],
    },
  },
};
