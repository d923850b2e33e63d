/** Names of fields that hold a secret, in whatever reply or parameter they stand. */
const SECRET_FIELD =
  /^(api_?password|password|pass|passwd|pin|queue_password|smpp_pass|port_out_pin|auth|pincode|.*_password|.*_pin|.*_pass|.*secret.*)$/i;
const NO_SECRET: readonly string[] = ['skip_password', 'has_port_out_pin'];

/** What stands where a secret was. */
export const REDACTED = '[redacted]';

const MOST_NAMES = 2000;
const known = new Map<string, boolean>();

/** Whether a field of this name holds a secret. Replies have few names and many fields, so what a name is, is remembered. */
function isSecretField(name: string): boolean {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const secret = SECRET_FIELD.test(name) && !NO_SECRET.includes(name.toLowerCase());
  if (known.size < MOST_NAMES) known.set(name, secret);
  return secret;
}

/**
 * `value` without secrets, but for those fields that are asked for by name: itself where it holds none, a copy otherwise. A
 * secret that is set leaves a mark; one that is not set stays as it is.
 */
export function withoutSecrets(value: unknown, wanted: readonly string[] = []): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part) => withoutSecrets(part, wanted));
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    const part: unknown = Reflect.get(value, name);
    const hidden = isSecretField(name) && !wanted.includes(name) && part !== '' && part !== null;
    const shown = hidden ? REDACTED : typeof part === 'object' ? withoutSecrets(part, wanted) : part;
    if (shown === part) continue;
    copy ??= { ...value };
    copy[name] = shown;
  }
  return copy ?? value;
}
