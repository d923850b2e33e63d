import type { ComponentChildren } from 'preact';

/** A box that scrolls sideways by itself where its table is wider than the screen; also by the keyboard. */
export function Scroller({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wide-content" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
