import type { ComponentChildren } from 'preact';

/** One line of what is known of something. */
export function Fact({ name, kind, children }: { name: string; kind?: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={kind}>{children}</dd>
    </div>
  );
}
