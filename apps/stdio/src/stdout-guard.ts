import { Writable } from 'node:stream';

/**
 * Takes stdout away from everything but the protocol: what any code prints there goes to stderr.
 * @returns the real stdout.
 */
export function guardStdout(): Writable {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  // Whoever writes is told by the callback; without a listener, a client that has gone would crash the program.
  process.stdout.on('error', () => {});
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _, done) {
      write(chunk, (error) => done(error));
    },
  });
}
