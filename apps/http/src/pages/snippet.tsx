import { commandPieces, TOKEN_PLACEHOLDER } from './snippets.ts';
import type { Texts } from './texts.ts';

interface SnippetProps {
  id: string;
  label: string;
  code: string;
  texts: Texts['copy'];
  /** A single line is wrapped where it does not fit; anything else scrolls inside its box. */
  oneLine?: boolean;
}

/** Code that can be selected, and copied by a button where scripts run. */
export function Snippet({ id, label, code, texts, oneLine = false }: SnippetProps) {
  return (
    <figure class="snippet">
      <figcaption>
        <span class="small-heading">{label}</span>
        <CopyButton of={id} label={label} texts={texts} />
      </figcaption>
      {/* Reachable by keyboard, so that a long line can be scrolled. */}
      <pre id={id} class={oneLine ? 'one-line' : undefined} tabIndex={oneLine ? undefined : 0}>
        <code>{oneLine ? withOptions(code) : withPlaceholders(code)}</code>
      </pre>
    </figure>
  );
}

/** Hidden until a script makes it work. */
export function CopyButton({ of, label, texts }: { of: string; label: string; texts: Texts['copy'] }) {
  const { button, copied, failed } = texts;
  return (
    <button type="button" class="copy" hidden data-copy={of} data-copied={copied} data-failed={failed}>
      <span>{button}</span>
      <span class="visually-hidden"> : {label}</span>
    </button>
  );
}

function withOptions(code: string) {
  return commandPieces(code).map(({ text, option }) =>
    option ? <span class="option">{text}</span> : withPlaceholders(text),
  );
}

function withPlaceholders(code: string) {
  return code
    .split(TOKEN_PLACEHOLDER)
    .flatMap((part, index) => (index === 0 ? [part] : [<mark>{TOKEN_PLACEHOLDER}</mark>, part]));
}
