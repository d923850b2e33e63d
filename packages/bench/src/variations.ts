import { type Tool, tools } from '@voxolib/mcp-tools';

/** `count` tools: the real ones, then variations of them under other names. */
export function variations(count: number): Tool[] {
  return Array.from({ length: count }, (_, index) => {
    const tool = tools[index % tools.length];
    if (tool === undefined) throw new Error('There is no tool to vary');
    return index < tools.length
      ? tool
      : { ...tool, name: `${tool.name}_${index}`, description: `${tool.description}\n\nVariation ${index}.` };
  });
}
