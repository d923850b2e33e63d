const WHY =
  'Secrets are never given as arguments: every user of a machine can read the arguments of its programs, and shells keep them in ' +
  'their history. Set the variable, or keep them with: voxolib login';

const SECRET_OPTION = /^--?(?:[a-z]+[-_])*(?:token|secret|passwords?|passwd|keys?|credentials?)(?:=|$)/i;
/** The form of a Voxolib access token; what the libraries know about it would cost every start of the program. */
const ACCESS_TOKEN = /\.[0-9a-f]{64}$/i;
/** Parameters of VoIP.ms that hold secrets. `name=-` is not one: it says that the value comes another way. */
const SECRET_PARAMETER = /^(?:[a-z]+_)*(?:password|passwd|pass|pin|secret)=(?!-$)./i;

/** Why an argument cannot be taken; undefined when none is a secret. */
export function secretAmong(argv: readonly string[]): string | undefined {
  if (argv.some((argument) => SECRET_OPTION.test(argument) || ACCESS_TOKEN.test(argument))) return WHY;
  const parameter = argv.find((argument) => SECRET_PARAMETER.test(argument));
  if (parameter === undefined) return undefined;
  const name = parameter.slice(0, parameter.indexOf('='));
  return `${WHY}. For a parameter of a method write ${name}=- and it is asked for, or read as a line of standard input.`;
}
