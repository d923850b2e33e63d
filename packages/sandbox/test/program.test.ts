import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { daktelaOwnFaults } from '../src/daktela/faults/daktela-faults.ts';
import { runProgram } from '../src/program.ts';
import { voipmsOwnFaults } from '../src/voipms/faults/voipms-faults.ts';
import { voxolibFaults } from '../src/voxolib/faults/voxolib-faults.ts';
import { sandboxForTests } from './harness.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const children: ChildProcess[] = [];

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--conditions=@voxolib/source', 'src/main.ts', ...args], { cwd: folder });
  children.push(child);
  return child;
}

/** Runs the program inside this process. */
async function run(...args: string[]) {
  let output = '';
  let errors = '';
  const outcome = await runProgram({
    args,
    version: '1.2.3',
    print: (text) => {
      output += text;
    },
    printError: (text) => {
      errors += text;
    },
  });
  return { outcome, output, errors };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('voxolib-sandbox', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints what one needs, answers, and ends on %s', async (signal) => {
    const child = start('--port', '0', '--fault', 'status=418');
    let output = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      output += chunk;
      if (output.includes('Ctrl-C')) break;
    }
    const url = /VOXOLIB_API_URL=(\S+)/.exec(output)?.[1] ?? '';
    const { voxolib, voipms, daktela } = await sandboxForTests();
    for (const { id, username, apiPassword, portalPassword } of Object.values(voipms.accounts)) {
      for (const part of [id, username, apiPassword]) expect(output).toContain(part);
      expect(output).not.toContain(portalPassword);
    }
    for (const { id, username, password, accessToken } of Object.values(daktela.accounts)) {
      for (const part of [id, username, password, accessToken]) expect(output).toContain(part);
    }
    expect((await fetch(`${/DAKTELA_URL=(\S+)/.exec(output)?.[1]}/api/v6/whoim.json`)).status).toBe(418);
    expect((await fetch(/VOIPMS_API_URL=(\S+)/.exec(output)?.[1] ?? '')).status).toBe(418);
    for (const { id, publicKey, secretKey, token } of Object.values(voxolib.accounts)) {
      for (const part of [id, publicKey, secretKey, token]) expect(output).toContain(part);
    }
    expect((await fetch(`${url}/reports/dids`)).status).toBe(418);
    const token = voxolib.accounts.demo.token;
    const headers = { authorization: `Bearer ${token}`, 'x-sandbox-fault': 'slow=0' };
    expect((await fetch(`${url}/reports/dids`, { headers })).status).toBe(200);
    // A request that is never answered must not keep it alive.
    fetch(`${url}/reports/dids`, { headers: { 'x-sandbox-fault': 'black-hole' } }).catch(() => {});
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says that a port is taken, and what to do', async () => {
    const { url } = await sandboxForTests();
    const { port } = new URL(url);
    expect(await run('--port', port)).toEqual({
      outcome: 1,
      output: '',
      errors: `Port ${port} is taken. Choose another one with --port, or --port 0 for any free one.\n`,
    });
  });

  it.each([
    [['--port', 'many'], '--port'],
    [['--port', '65536'], '--port'],
    [['--fault', 'nonsense'], 'There is no fault "nonsense"'],
    [['--prot', '1'], "'--prot'"],
    [['more'], "'more'"],
  ])('refuses %j', async (args, named) => {
    const { outcome, output, errors } = await run(...args);
    expect({ outcome, output }).toEqual({ outcome: 2, output: '' });
    expect(errors).toContain(named);
    expect(errors).toContain('--help');
    expect(errors).not.toContain(' at ');
  });

  it('lists every fault in its help', async () => {
    const { outcome, output } = await run('--help');
    expect(outcome).toBe(0);
    for (const { usage, summary } of [...voxolibFaults, ...voipmsOwnFaults, ...daktelaOwnFaults]) {
      expect(output).toContain(usage);
      expect(output).toContain(summary);
    }
  });

  it('says that an address is not of this machine', async () => {
    const { outcome, errors } = await run('--port', '0', '--host', '192.0.2.1');
    expect(outcome).toBe(1);
    expect(errors).toContain('--host');
  });

  it('has a version', async () => {
    expect(await run('--version')).toEqual({ outcome: 0, output: '1.2.3\n', errors: '' });
  });
});
