import { type CreateTableBuilder, sql } from 'kysely';
import type { Migration } from '../migrate.ts';

export const toolCalls: Migration = {
  name: '0002-tool-calls',
  async up(db) {
    await columns(
      db.schema.createTable('mcp_tool_calls').addColumn('id', 'text', (column) => column.primaryKey()),
      {
        started_at: 'bigint!',
        duration_ms: 'bigint',
        subject: 'text!',
        token_id: 'text',
        client_id: 'text',
        client_name: 'text',
        client_version: 'text',
        tool: 'text!',
        scope: 'text',
        changes: 'integer!',
        arguments: 'text!',
        status: 'text!',
        error_code: 'text',
        answer_rows: 'bigint',
        missing: 'text',
        vendor_calls: 'bigint',
        bytes: 'bigint',
        writer: 'text!',
        opened_sequence: 'bigint',
        opened_hash: 'text',
        closed_sequence: 'bigint',
        closed_hash: 'text',
      },
    ).execute();
    const index = (name: string) => db.schema.createIndex(name).on('mcp_tool_calls');
    await index('mcp_tool_calls_by_time').columns(['started_at', 'id']).execute();
    await index('mcp_tool_calls_by_subject').columns(['subject', 'started_at', 'id']).execute();
    await index('mcp_tool_calls_closed').unique().columns(['writer', 'closed_sequence']).execute();
    await index('mcp_tool_calls_opened')
      .unique()
      .columns(['writer', 'opened_sequence'])
      .where(sql.ref('opened_sequence'), 'is not', null)
      .execute();
    await columns(
      db.schema.createTable('audit_writers').addColumn('id', 'text', (column) => column.primaryKey()),
      {
        process: 'text!',
        started_at: 'bigint!',
        beat: 'bigint!',
        state: 'text!',
        sequence: 'bigint!',
        head: 'text!',
        checkpoint: 'text!',
        seal: 'text!',
        base_sequence: 'bigint!',
        base_hash: 'text!',
        base_seal: 'text!',
      },
    ).execute();
    const checkpoints = db.schema.createTable('audit_checkpoints');
    await columns(
      checkpoints.addColumn('number', 'bigint', (column) => column.primaryKey()),
      {
        made_at: 'bigint!',
        first: 'bigint!',
        heads: 'text!',
        removed: 'text!',
        previous: 'text!',
        hash: 'text!',
      },
    ).execute();
  },
};

type ColumnType = 'text' | 'bigint' | 'integer';

/** With `!` for a column that always has a value. */
function columns(table: CreateTableBuilder<string, string>, types: Record<string, ColumnType | `${ColumnType}!`>) {
  return Object.entries(types).reduce<CreateTableBuilder<string, string>>((builder, [name, type]) => {
    const notNull = type.endsWith('!');
    const plain = (notNull ? type.slice(0, -1) : type) as ColumnType;
    return builder.addColumn(name, plain, (column) => (notNull ? column.notNull() : column));
  }, table);
}
