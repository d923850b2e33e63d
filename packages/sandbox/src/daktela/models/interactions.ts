import { DAY_MS, SECOND_MS } from '../clock.ts';
import type { Span, View } from '../model/model.ts';
import { callIdOf, endOf, type Interaction, idOf } from '../world/interaction.ts';
import { dayOfTicket } from '../world/ticket.ts';

/** What begins in a span and can be seen. */
export function* interactionsOf(view: View, span: Span): Generator<Interaction> {
  const within = { from: Math.max(span.from, view.start), to: Math.min(span.to, view.now + 1) };
  for (const one of view.world.history.interactions(within)) if (seen(view, one)) yield one;
}

/** Only what is over is listed, and not what belongs to a ticket from before the history begins. */
export function seen(view: View, interaction: Interaction): boolean {
  if (interaction.at < view.start || endOf(interaction) > view.now) return false;
  return interaction.ticket === 0 || dayOfTicket(interaction.ticket) * DAY_MS >= view.start;
}

export function byCallId(view: View, name: string): Interaction | undefined {
  const seconds = /^(\d{9,11})\.\d{4,6}$/.exec(name)?.[1];
  return seconds === undefined
    ? undefined
    : atSecond(view, Number(seconds) * SECOND_MS, (one) => one.channel === 'CALL' && callIdOf(one) === name);
}

/** The interaction with this id after a prefix, as `activities_` is. */
export function byId(view: View, prefix: string, name: string): Interaction | undefined {
  const id = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^[0-9a-f]{13}$/.test(id)
    ? atSecond(view, Number.parseInt(id.slice(0, 8), 16) * SECOND_MS, (one) => idOf(one) === id)
    : undefined;
}

function atSecond(view: View, at: number, is: (one: Interaction) => boolean): Interaction | undefined {
  for (const one of interactionsOf(view, { from: at, to: at + SECOND_MS })) if (is(one)) return one;
  return undefined;
}
