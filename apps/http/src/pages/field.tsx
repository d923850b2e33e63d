interface FieldProps {
  id: string;
  label: string;
  code?: string;
  type: 'text' | 'password';
  describedBy: string;
  /** Without one, the field is part of no form: nothing that is typed into it is ever submitted. */
  name?: string;
  invalid?: boolean;
}

/** A field for a key or a token, of which the browser is to keep nothing. */
export function Field({ id, label, code, type, describedBy, name, invalid = false }: FieldProps) {
  const attributes = {
    id,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: false,
    'aria-describedby': describedBy,
    ...(name !== undefined && { name }),
    ...(invalid && { 'aria-invalid': true as const }),
  } as const;
  return (
    <div class="field">
      <label for={id}>
        {label} {code && <code>{code}</code>}
      </label>
      {type === 'password' ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />}
    </div>
  );
}
