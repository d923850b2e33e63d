export { readVariables, voxolibCredentials, voxolibVariables } from './variables.ts';
