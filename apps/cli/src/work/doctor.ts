import { diagnose, type Finding } from '@voxolib/client/doctor';
import { diagnoseVoipms } from '@voxolib/voipms/doctor';
import { hasVoipmsAccount, voipmsAccount } from '../accounts/voipms-account.ts';
import { hasVoxolibAccount, voxolibAccount } from '../accounts/voxolib-account.ts';
import type { Answer } from '../answers/answer.ts';
import type { CommandContext, Work } from '../command-context.ts';
import { exitCodes } from '../exit-code.ts';

type Diagnosis = Finding & { vendor: 'voxolib' | 'voipms' };

export const doctor: Work = async (context) => {
  const [asked] = context.arguments;
  const findings: Diagnosis[] = [];
  const voipms = asked === 'voipms' || (asked === undefined && (await hasVoipmsAccount(context)));
  // Where no account is set at all, the first one that people have is looked for, and its absence explained.
  const voxolib = asked === 'voxolib' || (asked === undefined && (!voipms || (await hasVoxolibAccount(context))));
  if (voxolib) {
    const options = { contract: context.options.contract === true, signal: context.signal };
    findings.push(...named('voxolib', await diagnose(await voxolibAccount(context), options)));
  }
  if (voipms) {
    const found = await diagnoseVoipms(await voipmsAccount(context), { signal: context.signal });
    findings.push(...named('voipms', found));
  }
  return report(findings, context);
};

function named(vendor: Diagnosis['vendor'], findings: readonly Finding[]): Diagnosis[] {
  return findings.map((finding) => ({ vendor, ...finding }));
}

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
