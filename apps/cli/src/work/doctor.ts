import { diagnose, type Finding } from '@voxolib/client/doctor';
import { diagnoseDaktela } from '@voxolib/daktela/doctor';
import { diagnoseVoipms } from '@voxolib/voipms/doctor';
import { daktelaAccount } from '../accounts/daktela-account.ts';
import { vendorsWithAccount } from '../accounts/vendors-with-account.ts';
import { voipmsAccount } from '../accounts/voipms-account.ts';
import { voxolibAccount } from '../accounts/voxolib-account.ts';
import type { Answer } from '../answers/answer.ts';
import type { CommandContext, Work } from '../command-context.ts';
import { exitCodes } from '../exit-code.ts';
import { readVendor, type Vendor } from '../vendors.ts';

type Diagnosis = Finding & { vendor: Vendor };

export const doctor: Work = async (context) => {
  const asked = readVendor(context.arguments[0]);
  const findings: Diagnosis[] = [];
  for (const vendor of asked === undefined ? await vendorsWithAccount(context) : [asked]) {
    const found = await diagnoses[vendor](context);
    findings.push(...found.map((finding) => ({ vendor, ...finding })));
  }
  return report(findings, context);
};

const diagnoses: Record<Vendor, (context: CommandContext) => Promise<readonly Finding[]>> = {
  async voxolib(context) {
    const options = { contract: context.options.contract === true, signal: context.signal };
    return diagnose(await voxolibAccount(context), options);
  },
  voipms: async (context) => diagnoseVoipms(await voipmsAccount(context), { signal: context.signal }),
  daktela: async (context) => diagnoseDaktela(await daktelaAccount(context), { signal: context.signal }),
};

function report(findings: readonly Diagnosis[], { terminal }: CommandContext): Answer {
  const problems = findings.filter(({ level }) => level === 'problem').length;
  const colours = { ok: 'green', warning: 'yellow', problem: 'red' } as const;
  const lines = findings.flatMap(({ vendor, check, level, found, advice }) => {
    const mark = terminal.paint(colours[level], (level === 'problem' ? 'PROBLEM' : level).padEnd(8));
    const first = `${mark} ${vendor}: ${check}: ${terminal.plain(found)}`;
    return advice === undefined ? [first] : [first, `${' '.repeat(9)}${terminal.plain(advice)}`];
  });
  const last = problems === 0 ? 'No problem found.' : `${problems} ${problems === 1 ? 'problem' : 'problems'} found.`;
  return {
    data: { problems, findings },
    text: [...lines, '', last].join('\n'),
    tables: [
      {
        headings: ['vendor', 'level', 'check', 'found', 'advice'],
        rows: findings.map(({ vendor, level, check, found, advice }) => [vendor, level, check, found, advice]),
      },
    ],
    exitCode: problems === 0 ? exitCodes.ok : exitCodes.problem,
  };
}
