import { invalid } from '../../refusals.ts';

const NUMBER = /^(?:[TK]{1,2})?0*(\d{1,15})$/i;
const PAGE = /\/tickets\/(?:update|show|detail)\/([^/?#]+)/;

/**
 * The number of a ticket, from `100101`, `TK00100101` or the address of its page.
 * @throws INVALID_INPUT for anything else, and for the address of another instance.
 */
export function readTicketId(text: string, url: string, name = 'id'): string {
  const given = text.trim();
  if (/^https?:\/\//i.test(given)) {
    const page = URL.parse(given);
    if (page === null || page.origin !== new URL(url).origin) {
      throw invalid(name, `This address is not one of ${url}. Give the number of the ticket.`);
    }
    return readNumber(PAGE.exec(page.pathname)?.[1] ?? '', name);
  }
  return readNumber(given, name);
}

function readNumber(text: string, name: string): string {
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) return number;
  throw invalid(
    name,
    `${name} is not a ticket. Give its number, such as 100101 or TK00100101, or the address of its page.`,
  );
}
