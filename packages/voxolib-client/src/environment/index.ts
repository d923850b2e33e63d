export { type Credential, readCredential } from './credential.ts';
export { readVariables, voxolibCredentials, voxolibVariables } from './variables.ts';
