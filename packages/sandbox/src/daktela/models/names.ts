import type { View } from '../model/model.ts';
import { type Interaction, idOf } from '../world/interaction.ts';

export function userName(view: View, agent: number): string | null {
  return view.world.agent(agent)?.name ?? null;
}

export function contactName(view: View, contact: number): string | null {
  return view.world.contact(contact)?.name ?? null;
}

export function activityName(interaction: Interaction): string {
  return `activities_${idOf(interaction)}`;
}
