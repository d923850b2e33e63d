import type { RecordedCall } from '@voxolib/access';
import type { CallTexts } from './texts.ts';

const facts = ['id', 'scope', 'token_id', 'client_id', 'answer_rows', 'missing', 'vendor_calls', 'bytes'] as const;

interface CallDetailsProps {
  call: RecordedCall;
  texts: CallTexts;
  /** Tells the details of one call from those of another, for those who do not see the row. */
  moment: string;
}

/** What is known of a call beyond its row. The arguments were redacted when they were recorded. */
export function CallDetails({ call, texts, moment }: CallDetailsProps) {
  return (
    <details>
      <summary>
        {texts.table.more}
        <span class="visually-hidden">
          {' '}
          {call.tool}, {moment}
        </span>
      </summary>
      <dl class="facts">
        {facts.map((fact) => {
          const value = call[fact];
          if (value === null) return null;
          return (
            <div>
              <dt>{texts.facts[fact]}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{texts.table.arguments}</dt>
          <dd>
            <pre>
              <code>{indented(call.arguments)}</code>
            </pre>
          </dd>
        </div>
      </dl>
    </details>
  );
}

/** What was changed in the database from outside may be no JSON any more. */
function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}
