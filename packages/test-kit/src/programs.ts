export { builtProgram } from './built-program.ts';
export { freePort } from './free-port.ts';
export { type HttpServerProcess, startHttpServer } from './http-server-process.ts';
