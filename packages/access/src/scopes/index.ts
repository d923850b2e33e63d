export { bearerChallenge, type Challenge, insufficientScope } from './challenge.ts';
export { createScopes, type ScopeRule, type ScopeRules, type Scopes } from './scopes.ts';
