import type { ComponentChild } from 'preact';

/** A text with elements in the place of what stands in braces. */
export function FilledText({ text, values }: { text: string; values: Readonly<Record<string, ComponentChild>> }) {
  return text.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : (values[part] ?? '')));
}
