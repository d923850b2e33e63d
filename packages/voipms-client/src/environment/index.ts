export { readVoipmsCredential, voipmsCredentials, voipmsVariables } from './variables.ts';
