import type { Language } from '../language.ts';
import { signInTexts } from '../sign-in/texts.ts';

/** What scopes allow, in words, one a line. */
export function ScopeWords({ scopes, language }: { scopes: readonly string[]; language: Language }) {
  const words = signInTexts[language].scopes;
  return (
    <ul class="scope-words">
      {scopes.map((scope) => (
        <li>{words[scope]?.label ?? <code>{scope}</code>}</li>
      ))}
    </ul>
  );
}
