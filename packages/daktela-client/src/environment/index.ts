export { daktelaCredentials, daktelaSettings, daktelaVariables, readDaktelaCredential } from './variables.ts';
