import type { Clock } from '../clock.ts';
import { type Interaction, idOf } from '../world/interaction.ts';

export interface Attachment {
  file: string;
  title: string;
  type: string;
  size: number;
  inline: boolean;
  cid: string | null;
  /** Epoch milliseconds. */
  time: number;
}

const FILES: readonly [title: string, type: string, size: number][] = [
  ['faktura-2026-0117.pdf', 'application/pdf', 84_213],
  ['fotografie poškození.jpg', 'image/jpeg', 1_204_880],
  ['devis signé.pdf', 'application/pdf', 152_004],
  ['error 0x17.png', 'image/png', 48_112],
];

/** What is attached to a mail, and now and then to a comment or a chat. */
export function attachmentsOf(activity: Interaction): Attachment[] {
  const { channel, salt, at } = activity;
  const has = channel === 'EMAIL' ? salt % 4 === 0 : channel !== 'CALL' && salt % 12 === 0;
  if (!has) return [];
  const count = 1 + (salt % 3 === 0 ? 1 : 0);
  return Array.from({ length: count }, (_, place) => {
    const [title = '', type = '', size = 0] = FILES[(salt + place) % FILES.length] ?? [];
    const inline = channel === 'EMAIL' && place === 1;
    return {
      file: `file_${idOf(activity)}_${place}`,
      title,
      type,
      size,
      inline,
      cid: inline ? `cid${place}` : null,
      time: at,
    };
  });
}

/** The same as they stand inside a record. */
export function writtenAttachments(activity: Interaction, clock: Clock): unknown[] {
  return attachmentsOf(activity).map((attachment) => ({ ...attachment, time: clock.text(attachment.time) }));
}
