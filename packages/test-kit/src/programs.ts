export { builtProgram } from './built-program.ts';
export { freePort, type HttpServerProcess, startHttpServer } from './http-server-process.ts';
