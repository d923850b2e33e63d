import type { Language } from '../languages.ts';
import type { Interaction } from '../world/interaction.ts';
import { type Topic, topicOfSalt } from '../world/topics.ts';
import type { World } from '../world/world.ts';

/** What an interaction is about. `salt` chooses its subject. */
interface Talk {
  language: Language;
  topic: Topic;
  salt: number;
}

/** Of an interaction that belongs to a ticket it is what the ticket is about. */
export function talkOf(interaction: Interaction, world: World): Talk {
  const ticket = interaction.ticket === 0 ? undefined : world.history.ticket(interaction.ticket);
  if (ticket !== undefined) return ticket;
  const language = world.contact(interaction.contact)?.language ?? 'cs';
  return { language, topic: topicOfSalt(interaction), salt: interaction.salt };
}
