import { type Tool, tools } from '@voxolib/mcp-tools';

/** The tool that is called under load; every list of variations holds it. */
export const CALLED = 'voxolib_wcb_calls';

/** `count` tools: the real ones, then variations of them under other names. */
export function variations(count: number): Tool[] {
  // Those that a Voxolib account is offered, which is what is measured.
  const offered = tools.filter(({ needs }) => !needs.startsWith('voipms') && !needs.startsWith('daktela'));
  const real = offered.toSorted((a, b) => Number(b.name === CALLED) - Number(a.name === CALLED));
  return Array.from({ length: count }, (_, index) => {
    const tool = real[index % real.length];
    if (tool === undefined) throw new Error('There is no tool to vary');
    return index < real.length
      ? tool
      : { ...tool, name: `${tool.name}_${index}`, description: `${tool.description}\n\nVariation ${index}.` };
  });
}
