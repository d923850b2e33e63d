import type { SignInTexts } from './texts.ts';

/** A box to tick for a scope, in words. */
export function ScopeChoice({ scope, ticked, texts }: { scope: string; ticked: boolean; texts: SignInTexts }) {
  const words = texts.scopes[scope] ?? { label: scope, detail: '' };
  const id = `scope-${scope}`;
  return (
    <div class="scope">
      <input type="checkbox" id={id} name="scope" value={scope} checked={ticked} aria-describedby={`${id}-detail`} />
      <div>
        <label for={id}>{words.label}</label>
        {words.changes && <span class="tag warm">{texts.changes}</span>}
        <p id={`${id}-detail`} class="small">
          {words.detail} <code>{scope}</code>
        </p>
      </div>
    </div>
  );
}
