import { diagnose, reportFindings } from '@voxolib/client/doctor';
import { diagnoseDaktela } from '@voxolib/daktela/doctor';
import { diagnoseVoipms } from '@voxolib/voipms/doctor';
import type { Config, Credentials } from './config.ts';

/** Prints what was found and what to do about it. Resolves with the exit code: 0 unless there is a problem. */
export async function doctor(
  config: Config,
  { voxolib, voipms, daktela }: Credentials,
  options: { contract: boolean; print: (line: string) => void },
): Promise<0 | 1> {
  const findings = [
    ...(voxolib ? await diagnose({ ...config.voxolib, ...voxolib }, { contract: options.contract }) : []),
    ...(voipms ? await diagnoseVoipms({ ...config.voipms, ...voipms }) : []),
    ...(daktela ? await diagnoseDaktela({ ...config.daktela, ...daktela }) : []),
  ];
  return reportFindings(findings, options.print);
}
