import { servers } from './servers/index.ts';

/** A server in a process of its own, so that its CPU time is its own. Arguments: its name, and how many tools it has. */
const [name = '', toolCount = ''] = process.argv.slice(2);
const make = Object.entries(servers).find(([known]) => known === name)?.[1];
if (make === undefined) throw new Error(`There is no server ${name}`);
const server = await make(Number(toolCount));
const origin = await server.listen({ host: '127.0.0.1', port: 0 });

process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.once('disconnect', () => server.close().finally(() => process.exit()));
process.send?.({ origin, token: server.measuredToken, limitedToken: server.limitedToken });
