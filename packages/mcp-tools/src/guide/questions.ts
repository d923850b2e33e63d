import type { Words } from '../language.ts';
import type { SuggestedCall } from '../prompt.ts';

/** A question that people ask, with the one call that answers it. */
export interface AnsweredQuestion extends SuggestedCall {
  question: Words;
}

export const questions: readonly AnsweredQuestion[] = [
  {
    question: {
      en: 'What share of calls did we answer last month?',
      fr: 'Quelle part des appels avons-nous prise le mois dernier ?',
    },
    tool: 'call_stats',
    arguments: { period: 'last_month', group_by: [] },
  },
  {
    question: {
      en: 'Which weekday of the quarter was the worst?',
      fr: 'Quel jour de la semaine a été le pire du trimestre ?',
    },
    tool: 'call_stats',
    arguments: { period: 'this_quarter', group_by: ['weekday'], sort_by: 'missed_pct' },
  },
  {
    question: {
      en: 'Which ten days of last year had the most missed calls?',
      fr: 'Quels dix jours de l’an dernier ont eu le plus d’appels manqués ?',
    },
    tool: 'call_stats',
    arguments: { period: 'last_year', group_by: ['day'], sort_by: 'missed', top: 10 },
  },
  {
    question: {
      en: 'How do web call back and inbound calls develop by week?',
      fr: 'Comment évoluent WCB et DID semaine par semaine ?',
    },
    tool: 'call_stats',
    arguments: { period: 'this_quarter', group_by: ['week', 'product'] },
  },
  {
    question: { en: 'How do calls end, status by status?', fr: 'Comment finissent les appels, statut par statut ?' },
    tool: 'call_stats',
    arguments: { period: 'last_30_days', group_by: ['status'] },
  },
  {
    question: {
      en: 'How many minutes were billed per month this year?',
      fr: 'Combien de minutes facturées par mois cette année ?',
    },
    tool: 'call_stats',
    arguments: { period: 'this_year', measure: 'minutes', group_by: ['month'] },
  },
  {
    question: {
      en: 'Is this month so far better than the same days last month and last year?',
      fr: 'Ce mois-ci est-il meilleur que les mêmes jours du mois et de l’an derniers ?',
    },
    tool: 'compare_periods',
    arguments: { period: 'this_month', against: ['previous', 'same_last_year'] },
  },
  {
    question: {
      en: 'Did anything unusual happen last month?',
      fr: 'S’est-il passé quelque chose d’inhabituel le mois dernier ?',
    },
    tool: 'find_anomalies',
    arguments: { period: 'last_month' },
  },
  {
    question: {
      en: 'I want last month’s days in a spreadsheet.',
      fr: 'Je veux les jours du mois dernier dans un tableur.',
    },
    tool: 'export_calls',
    arguments: { period: 'last_month', format: 'csv_fr' },
  },
  {
    question: { en: 'How many phone numbers do we have?', fr: 'Combien de numéros avons-nous ?' },
    tool: 'voxolib_dids',
    arguments: {},
  },
  {
    question: { en: 'Who is this number, and is it blocked?', fr: 'Qui est ce numéro, et est-il bloqué ?' },
    tool: 'voipms_inspect_number',
    arguments: { number: '+14165550117' },
  },
  {
    question: { en: 'Who keeps calling us?', fr: 'Qui nous appelle sans cesse ?' },
    tool: 'voipms_suggest_spam_numbers',
    arguments: { days: 30 },
  },
  {
    question: { en: 'Block this number. (The plan comes first.)', fr: 'Bloque ce numéro. (Le plan vient d’abord.)' },
    tool: 'voipms_mark_number_as_spam',
    arguments: { number: '+14165550117' },
  },
  {
    question: { en: 'What was said in yesterday’s calls?', fr: 'Qu’a-t-on dit dans les appels d’hier ?' },
    tool: 'voipms_get_call_transcript',
    arguments: { account: 'all', days: 2 },
  },
  {
    question: { en: 'What is left on the account?', fr: 'Que reste-t-il sur le compte ?' },
    tool: 'voipms_get_balance',
    arguments: {},
  },
  {
    question: {
      en: 'Are there complaints in the mails of the last seven days?',
      fr: 'Y a-t-il des plaintes dans les courriels des sept derniers jours ?',
    },
    tool: 'daktela_list_emails',
    arguments: { period: 'last_7_days', direction: 'inbound' },
  },
  {
    question: {
      en: 'What did callers say last week, and what did we promise them?',
      fr: 'Qu’ont dit les appelants la semaine dernière, et que leur avons-nous promis ?',
    },
    tool: 'daktela_list_calls',
    arguments: { period: 'last_week', transcripts: true },
  },
  {
    question: {
      en: 'Which open tickets wait for us beyond their deadline?',
      fr: 'Quels tickets ouverts attendent une réponse au-delà de l’échéance ?',
    },
    tool: 'daktela_list_tickets',
    arguments: { stage: ['open'], sla_overdue: true },
  },
  {
    question: { en: 'Read the whole conversation of this ticket.', fr: 'Lis toute la conversation de ce ticket.' },
    tool: 'daktela_get_ticket',
    arguments: { ticket: '100101', include: ['thread', 'mails', 'chats', 'transcripts', 'attachments'] },
  },
  {
    question: {
      en: 'Who answered how many calls this month, and how long did they talk?',
      fr: 'Qui a pris combien d’appels ce mois-ci, et combien de temps a duré la conversation ?',
    },
    tool: 'daktela_agent_stats',
    arguments: { period: 'this_month' },
  },
  {
    question: { en: 'Who is this customer?', fr: 'Qui est ce client ?' },
    tool: 'daktela_list_crm',
    arguments: { kind: 'contacts', phone: '+420 600 000 001' },
  },
  {
    question: { en: 'Who is on a pause now?', fr: 'Qui est en pause en ce moment ?' },
    tool: 'daktela_list_agents_now',
    arguments: {},
  },
];
