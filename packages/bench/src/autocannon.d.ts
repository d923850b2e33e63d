/** The part of autocannon that the load needs; the package brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    duration: number;
    method: 'POST';
    headers: Record<string, string>;
    body: string;
  }
  interface Result {
    '2xx': number;
    non2xx: number;
    errors: number;
    timeouts: number;
    /** Seconds that the load took. */
    duration: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
