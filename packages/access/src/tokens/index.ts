export { credentialKinds } from './credential-kind.ts';
export type { NewStaticToken } from './new-static-token.ts';
export type { StaticToken } from './static-token.ts';
export { createStaticTokens, type StaticTokens, type Verification } from './static-tokens.ts';
export type { TokenProblem } from './token-problem.ts';
export { TOKEN_PREFIX } from './token-text.ts';
