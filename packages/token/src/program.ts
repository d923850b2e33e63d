import { createAccessToken } from './access-token.ts';
import { questions, type Terminal } from './ask.ts';
import { AccessTokenError } from './errors.ts';

export interface ProgramContext extends Terminal {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  output: NodeJS.WritableStream;
  version: string;
}

const KEYS = {
  publicKey: { variable: 'VOXOLIB_API_PUBLIC_KEY', prompt: 'Public key (api_public_key): ', hidden: false },
  secretKey: {
    variable: 'VOXOLIB_CLIENT_SECRET_KEY',
    prompt: 'Secret key (client_secret_key), hidden: ',
    hidden: true,
  },
};

const NO_ARGUMENTS = `Keys are never given as arguments: every user of a machine can read the arguments of its programs,
and shells keep them in their history.`;

const HELP = `Usage: voxolib-token

Makes the access token of a Voxolib API account and prints it, alone, to standard output.

The keys are read from ${KEYS.publicKey.variable} and ${KEYS.secretKey.variable}.
A key that is missing there is asked for, or read as a line of standard input: first the public one.
${NO_ARGUMENTS}

  --help      shows this
  --version   shows the version

Exit codes: 0 the token was printed, 1 it could not be made, 2 wrong use.
`;

/** Runs the program and gives its exit code. */
export async function runProgram(context: ProgramContext): Promise<0 | 1 | 2> {
  const [first, ...others] = context.args;
  if (first !== undefined) {
    if (others.length === 0 && (first === '--help' || first === '-h')) return say(context.output, HELP, 0);
    if (others.length === 0 && first === '--version') return say(context.output, `${context.version}\n`, 0);
    return say(context.prompts, `voxolib-token takes no argument but --help and --version.\n${NO_ARGUMENTS}\n`, 2);
  }
  try {
    const keys = await readKeys(context);
    return say(context.output, `${await createAccessToken(keys)}\n`, 0);
  } catch (error) {
    if (!(error instanceof AccessTokenError)) throw error;
    const source = error.field === undefined ? '' : ` (${KEYS[error.field].variable})`;
    return say(context.prompts, `No token was made${source}. ${error.message}\n`, 1);
  }
}

async function readKeys(context: ProgramContext) {
  const given = {
    publicKey: context.env[KEYS.publicKey.variable] || undefined,
    secretKey: context.env[KEYS.secretKey.variable] || undefined,
  };
  if (given.publicKey !== undefined && given.secretKey !== undefined) {
    return { publicKey: given.publicKey, secretKey: given.secretKey };
  }
  const asked = questions(context);
  try {
    const publicKey = given.publicKey ?? (await asked.ask(KEYS.publicKey.prompt, KEYS.publicKey)) ?? '';
    // Asking on after an empty answer would let a secret be typed in vain.
    const secretKey = publicKey && (given.secretKey ?? (await asked.ask(KEYS.secretKey.prompt, KEYS.secretKey)) ?? '');
    return { publicKey, secretKey };
  } finally {
    asked.close();
  }
}

function say<Code extends 0 | 1 | 2>(stream: NodeJS.WritableStream, text: string, code: Code): Code {
  stream.write(text);
  return code;
}
