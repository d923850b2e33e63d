import { readFileSync } from 'node:fs';
import { defaultStatusFamilies, StatusFamilies } from '@voxolib/telephony/reports';
import { BaseUrl } from '@voxolib/upstream';
import { z } from 'zod';
import { checkContract } from '../contract.ts';

const Flag = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((text) => text === 'true');

/** A variable that names a JSON file; `read` makes a value of its content, or undefined of no file, and reports problems. */
function jsonFile<Value>(read: (content: unknown, report: (problem: string) => void) => Value) {
  return z
    .string()
    .default('')
    .transform((path, context) => {
      const report = (message: string) => context.addIssue({ code: 'custom', message });
      try {
        return read(path === '' ? undefined : JSON.parse(readFileSync(path, 'utf8')), report);
      } catch (error) {
        report(error instanceof SyntaxError ? 'the file is not JSON' : 'the file cannot be read');
        return z.NEVER;
      }
    });
}

const ContractFile = jsonFile((content, report) => {
  const { contract, problems } = checkContract(content);
  for (const problem of problems) report(problem);
  return contract;
});

const FamiliesFile = jsonFile((content, report) => {
  const { data, error } = StatusFamilies.safeParse(content ?? {});
  for (const { path, message } of error?.issues ?? []) report(`${path.join('.')}: ${message}`);
  return { ...defaultStatusFamilies, ...data };
});

/** The variables that say which Voxolib API a program talks to, and what it offers of it. */
export const voxolibVariables = {
  VOXOLIB_API_URL: BaseUrl.optional().describe('Base URL of the Voxolib API; otherwise that of the contract'),
  VOXOLIB_API_CONTRACT: ContractFile.describe('JSON file with corrections to the assumed contract of the Voxolib API'),
  VOXOLIB_ADMIN: Flag.describe('true offers minutes'),
  VOXOLIB_STATUS_FAMILIES: FamiliesFile.describe(
    'JSON file that says which family (answered, missed, busy, failed, other) a status belongs to, where not as assumed',
  ),
};

/** The variables that hold an account's credentials, for programs that serve one person. */
export const voxolibCredentials = {
  VOXOLIB_ACCESS_TOKEN: z.string().optional().describe('The access token of the account'),
  VOXOLIB_API_PUBLIC_KEY: z.string().optional().describe('The public key of the account, instead of a token'),
  VOXOLIB_CLIENT_SECRET_KEY: z.string().optional().describe('The secret key of the account, beside the public one'),
};

/**
 * Reads variables by a schema of one field a variable. An empty variable counts as absent.
 * `problems` names every variable that is wrong, and every VOXOLIB_* that none of the programs knows.
 */
export function readVariables<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Readonly<Record<string, string | undefined>>,
): { variables: z.output<z.ZodObject<Shape>> | undefined; problems: string[] } {
  const known = Object.keys({ ...voxolibVariables, ...voxolibCredentials, ...schema.shape }).filter(isOurs);
  const unknown = Object.keys(env).filter((name) => isOurs(name) && !known.includes(name));
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  return {
    variables: parsed.data,
    problems: [
      ...unknown.map((name) => `${name}: is not a variable of Voxolib's programs, which know ${known.join(', ')}`),
      ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ],
  };
}

function isOurs(name: string): boolean {
  return name.startsWith('VOXOLIB_');
}
