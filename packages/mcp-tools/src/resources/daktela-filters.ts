import { code, list, table } from '../markdown.ts';
import type { FixedResource } from '../resource.ts';
import { jsonSchema } from '../schema.ts';
import { whyNotOffered } from '../selection.ts';
import type { Tool } from '../tool.ts';

interface Part {
  type?: string;
  enum?: readonly string[];
  items?: Part;
  description?: string;
  default?: unknown;
}

/** What is said once, of all lists. */
const COMMON = ['tz', 'max_tokens', 'skip', 'take', 'sort', 'order', 'count_only', 'date_from', 'date_to', 'period'];

/** By what each list of a Daktela can be filtered and ordered, as the tools themselves say. */
export const daktelaFilters: FixedResource = {
  uri: 'voxolib://daktela/filters',
  name: 'daktela_filters',
  title: 'Daktela filters / Filtres Daktela',
  description: 'By what each list can be filtered and sorted, with the values there are.',
  mimeType: 'text/markdown',
  needs: 'daktelaReference',
  scope: 'mcp.contactcenter.read',
  read(_, caller, { tools }) {
    const lists = tools.filter((tool) => isList(tool) && whyNotOffered(tool, caller) === undefined);
    return `# Daktela filters / Filtres Daktela

${list([
  'Names and ids are both understood. A name that fits several is answered with the candidates; one that fits none with where to look.',
  'Several values of one filter are alternatives; several filters all hold.',
  `Every list also takes ${COMMON.map(code).join(', ')}, where it has them.`,
])}

${lists.map(section).join('\n\n')}`;
  },
};

function isList({ name }: Tool): boolean {
  return /^daktela_(?:list|search)_/.test(name);
}

function section(tool: Tool): string {
  const all = properties(tool);
  const filters = Object.entries(all).filter(([name]) => !COMMON.includes(name));
  const rows = filters.map(([name, part]) => [code(name), values(part), part.description ?? '']);
  const orders = all.sort?.enum ?? [];
  const sorted = orders.length === 0 ? '' : `\n\nSort by ${orders.map(code).join(', ')}.`;
  const most = all.take?.default === undefined ? '' : ` ${code('take')} is ${String(all.take.default)} unless given.`;
  return `## ${code(tool.name)}\n\n${table(['Filter', 'Values', 'Meaning'], rows)}${sorted}${most}`;
}

function values({ type = 'object', enum: words, items }: Part): string {
  if (words !== undefined) return words.map(code).join(', ');
  return items === undefined ? type : `list of ${items.enum === undefined ? (items.type ?? '') : values(items)}`;
}

function properties({ input }: Pick<Tool, 'input'>): Readonly<Record<string, Part>> {
  return (jsonSchema(input).properties ?? {}) as Readonly<Record<string, Part>>;
}
