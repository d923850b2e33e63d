import { weeks } from '../completions/periods.ts';
import type { Prompt } from '../prompt.ts';
import { agentArgument, namesOf, periodArgument, queueArgument, zoneArgument } from './arguments.ts';

const STANDARD = 'last_week';

export const callTranscriptReview: Prompt = {
  about: 'conversations',
  arguments: [periodArgument(STANDARD, weeks), queueArgument, agentArgument, zoneArgument],
  tools: ['daktela_list_calls', 'daktela_list_activities'],
  calls(given) {
    const { period = STANDARD } = given;
    const about = { period, ...namesOf(given) };
    return [
      { tool: 'daktela_list_calls', arguments: { ...about, answered: true, count_only: true } },
      { tool: 'daktela_list_calls', arguments: { ...about, transcripts: true, take: 10, max_tokens: 16_000 } },
    ];
  },
  words: {
    en: {
      name: 'call_transcript_review',
      title: 'Review of call transcripts',
      description:
        'Calls in which a customer escalated, an agent lacked knowledge or a promise was left open, with what to do.',
      goal: 'Review what was said in the calls of a period for the person who coaches the agents.',
      purposes: ['How many calls were answered.', 'The calls with what was said in them, newest first.'],
      next: [
        'Judge every call: did the customer escalate, did the agent struggle with what the product does, was something promised?',
        'Of every promise, see with `daktela_list_activities` and the contact or ticket whether something followed.',
      ],
      layout: [
        'One sentence: how many calls were read of how many answered ones, how many had no transcript, how many are flagged.',
        'For each flagged call: time, agent, customer, link to the ticket, and what happened in two sentences with a quotation.',
        'For each of them the recommended action, and who should take it.',
        'What recurs by agent and by subject, with the number of calls.',
        'Calls without a transcript or with one that could not be read.',
      ],
    },
    fr: {
      name: 'revue_transcriptions',
      title: 'Revue des transcriptions d’appels',
      description:
        'Les appels où un client s’emporte, où l’agent hésite ou où une promesse reste ouverte, et que faire.',
      goal: 'Passez en revue ce qui s’est dit dans les appels d’une période, pour la personne qui forme les agents.',
      purposes: ['Le nombre d’appels pris.', 'Les appels avec ce qui s’y est dit, du plus récent au plus ancien.'],
      next: [
        'Jugez chaque appel : le client s’est-il emporté, l’agent connaissait-il mal le produit, quelque chose a-t-il été promis ?',
        'Pour chaque promesse, voyez avec `daktela_list_activities` et le contact ou le ticket si une suite a été donnée.',
      ],
      layout: [
        'Une phrase : combien d’appels lus sur combien d’appels pris, combien sans transcription, combien signalés.',
        'Pour chaque appel signalé : heure, agent, client, lien du ticket, et ce qui s’est passé en deux phrases avec une citation.',
        'Pour chacun l’action conseillée, et qui doit la mener.',
        'Ce qui se répète par agent et par sujet, avec le nombre d’appels.',
        'Les appels sans transcription, ou dont la transcription n’a pas pu être lue.',
      ],
    },
  },
};
