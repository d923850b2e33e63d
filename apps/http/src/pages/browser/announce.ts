import { element } from './element.ts';

/** Tells those who listen to the page what those who look at it see. */
export function announce(text: string): void {
  element('announcement', HTMLElement).textContent = text;
}
