import { callIdOf, type Interaction } from '../world/interaction.ts';
import type { World } from '../world/world.ts';
import { DAKTELA_INJECTIONS } from './injections.ts';
import { chosen, phrases } from './phrases.ts';
import { talkOf } from './talk.ts';

const STYLE = '<style type="text/css">p{margin:0 0 8px} .sig{color:#888}</style><script>var opened = true;</script>';

const LONG_MAIL_PARAGRAPHS = 250;

export function mailSubject(mail: Interaction, world: World): string {
  const { language, topic, salt } = talkOf(mail, world);
  const subject = chosen(phrases[language].subjects[topic], salt) ?? '';
  return mail.step > 0 || mail.direction === 'out' ? `Re: ${subject}` : subject;
}

/** A body of HTML, with a signature that may be cut off, and what went before quoted in one of the usual ways. */
export function mailBody(mail: Interaction, world: World, quotedAt: string): string {
  const { language, topic } = talkOf(mail, world);
  const said = phrases[language];
  const outgoing = mail.direction === 'out';
  const customer = customerOf(mail, world);
  const agent = world.agent(mail.agent)?.title ?? 'Podpora';
  const own = outgoing
    ? chosen(said.answers[topic], mail.salt)
    : mail.step === 0
      ? chosen(said.requests[topic], mail.salt)
      : chosen(said.followUps, mail.salt);
  const text = textOf(mail, own ?? '');
  const signature = `<p class="sig">${said.closing}<br>${escaped(outgoing ? agent : customer)}<br>${said.disclaimer}</p>`;
  const quoted = mail.step > 0 ? quote(mail, said, topic, outgoing ? customer : agent, quotedAt) : '';
  return `<html><head>${STYLE}</head><body><p>${said.greeting}</p><p>${text}</p>${cut(signature, mail.salt)}${quoted}</body></html>`;
}

function textOf({ special }: Interaction, text: string): string {
  if (special === 'injection') return `${text}</p><p>${DAKTELA_INJECTIONS.email}${DAKTELA_INJECTIONS.controls}`;
  return special === 'long-mail'
    ? Array.from({ length: LONG_MAIL_PARAGRAPHS }, (_, place) => `${place + 1}. ${text}`).join('</p><p>')
    : text;
}

/** Some signatures stop in the middle, as mail programs and gateways leave them. */
function cut(signature: string, salt: number): string {
  if (salt % 6 !== 0)
    return signature.replace('<p class="sig">', salt % 2 === 0 ? '<p>-- </p><p class="sig">' : '<p class="sig">');
  return signature.slice(0, Math.floor(signature.length * 0.6)).replace(/<[^>]*$/, '');
}

function quote(
  mail: Interaction,
  said: (typeof phrases)['cs'],
  topic: keyof typeof said.requests,
  who: string,
  at: string,
): string {
  const before = escaped(
    chosen(mail.direction === 'out' ? said.requests[topic] : said.answers[topic], mail.salt >>> 4) ?? '',
  );
  const header = escaped(said.quoteHeader(at.slice(0, 16), who));
  if (mail.salt % 3 === 0) return `<p>${header}</p><p>&gt; ${said.greeting}<br>&gt; ${before}</p>`;
  return `<div class="gmail_quote"><div>${header}</div><blockquote><p>${said.greeting}</p><p>${before}</p></blockquote></div>`;
}

function customerOf({ contact }: Interaction, world: World): string {
  const person = world.contact(contact);
  return person === undefined ? 'Neznámý' : `${person.firstname} ${person.lastname}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The headers as a mail record holds them: an absent list is an empty text. */
export function mailHeaders(mail: Interaction, world: World, date: string): Record<string, unknown> {
  const person = world.contact(mail.contact);
  const outside = {
    address: addressOf(mail, world),
    display: person === undefined ? '' : `${person.firstname} ${person.lastname}`,
    is_group: false,
  };
  const inside = { address: 'help@sandbox.example', display: '', is_group: false };
  const outgoing = mail.direction === 'out';
  return {
    from: [outgoing ? inside : outside],
    to: [outgoing ? outside : inside],
    'reply-to': '',
    cc: mail.salt % 5 === 0 ? 'accounting@customer.example' : '',
    date,
    'message-id': `<${callIdOf(mail)}@sandbox.example>`,
    references: '',
    'return-path': '',
    ticket: mail.ticket === 0 ? '' : String(mail.ticket),
    'auto-submitted': false,
  };
}

export function addressOf({ contact, salt }: Interaction, world: World): string {
  return world.contact(contact)?.emails[0] ?? `unknown.${salt % 10_000}@customer.example`;
}
