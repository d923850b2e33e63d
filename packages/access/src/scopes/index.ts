export { bearerChallenge, insufficientScope } from './challenge.ts';
export { createScopes, type ScopeRules, type Scopes } from './scopes.ts';
