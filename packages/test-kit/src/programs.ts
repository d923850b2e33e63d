export { freePort, type HttpServerProcess, startHttpServer } from './http-server-process.ts';
