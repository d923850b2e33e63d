import { type Finding, reportFindings } from '@voxolib/client/doctor';
import type { Config } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import { type AskOptions, createAsk } from '../doctor/deployment/ask.ts';
import { inspectDeployment } from '../doctor/deployment/inspect-deployment.ts';
import { inWords } from '../doctor/deployment/words.ts';
import { inspectConfiguration } from '../doctor/inspect-configuration.ts';
import { publicUrlOf } from '../public-url.ts';

export interface DoctorOptions extends AskOptions {
  /** Another deployment than the configured one, by any of its addresses. */
  url?: string | undefined;
  print(line: string): void;
  now?: () => Date;
}

/** Says what does not work and what to do about it. Resolves with the exit code: 0 unless there is a problem. */
export async function doctor(readConfig: () => Config, options: DoctorOptions): Promise<0 | 1> {
  const { print, now = () => new Date() } = options;
  const { config, findings } = read(readConfig);
  if (config !== undefined) findings.push(...(await inspectConfiguration(config, now())));
  const publicUrl = deploymentAt(options.url) ?? (config && publicUrlOf(config));
  if (publicUrl !== undefined) {
    const signInExpected = options.url === undefined && config?.access !== undefined;
    const deployment = { publicUrl, ask: createAsk(options), now };
    const seen = await inspectDeployment(deployment, { signInExpected, withRegistration: true });
    findings.push(...seen.map((observation) => inWords('en', observation)));
  }
  return reportFindings(findings, print);
}

function read(readConfig: () => Config): { config?: Config; findings: Finding[] } {
  const check = 'Configuration';
  try {
    const config = readConfig();
    return { config, findings: [{ check, level: 'ok', found: 'Every variable can be read.' }] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const advice = 'voxolib-mcp-http --help says what each variable may be.';
    return { findings: error.message.split('\n').map((found) => ({ check, level: 'problem', found, advice })) };
  }
}

function deploymentAt(url: string | undefined): URL | undefined {
  if (url === undefined) return undefined;
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return new URL(parsed.origin);
  throw new ConfigError('--url: must be an http(s) address, such as https://mcp.example.com');
}
