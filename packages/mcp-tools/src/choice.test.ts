import { expect, it } from 'vitest';
import { bothChoices, readToolsets, toolsetNames, toolsetOf, toolsets } from './choice.ts';
import { tools } from './tools/index.ts';

it('puts every tool into a toolset', () => {
  for (const { needs } of tools) expect(toolsets).toContain(toolsetOf(needs));
});

it('reads names however they are spaced and written', () => {
  expect(readToolsets(' Reports,voxolib ,', 'x')).toEqual(new Set(['reports', 'voxolib']));
  expect(readToolsets(' , ', 'x')).toBeUndefined();
});

it('refuses an unknown name with the list of those there are', () => {
  const refuse = () => readToolsets('reports,everything', 'toolsets');
  expect(refuse).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'toolsets' }));
  expect(refuse).toThrow(/"everything".*reports, voxolib/);
});

it('leaves out what either choice leaves out', () => {
  const reports = { toolsets: readToolsets('reports', 'x') };
  const both = { toolsets: readToolsets('reports,voxolib', 'x') };
  expect(bothChoices(reports, both)).toEqual({ ...reports, readOnly: false });
  expect(bothChoices({}, both)).toEqual({ ...both, readOnly: false });
  expect(bothChoices({ readOnly: true }, { readOnly: false })).toEqual({ toolsets: undefined, readOnly: true });
  expect(bothChoices(reports, { toolsets: readToolsets('voxolib', 'x') }).toolsets).toEqual(new Set());
});

it('takes the name before the dot for all toolsets that begin with it, but for other names of the same tools', () => {
  expect(readToolsets('daktela.crm', 'x')).toEqual(new Set(['daktela.crm']));
  expect(readToolsets('daktela', 'x')).toEqual(
    new Set(toolsets.filter((name) => name.startsWith('daktela.') && name !== 'daktela.classic')),
  );
  expect(toolsetNames).toContain('daktela');
  expect(new Set(toolsetNames).size).toBe(toolsetNames.length);
});
