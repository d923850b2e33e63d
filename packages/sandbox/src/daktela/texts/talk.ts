import type { Language } from '../languages.ts';
import type { Interaction } from '../world/interaction.ts';
import { type Topic, topicOfSalt } from '../world/topics.ts';
import type { World } from '../world/world.ts';

/** The language and the topic of an interaction: those of its ticket, or of who is at the other end. */
export function talkOf(interaction: Interaction, world: World): { language: Language; topic: Topic } {
  const ticket = interaction.ticket === 0 ? undefined : world.history.ticket(interaction.ticket);
  if (ticket !== undefined) return ticket;
  const language = world.contact(interaction.contact)?.language ?? 'cs';
  return { language, topic: topicOfSalt(interaction) };
}
