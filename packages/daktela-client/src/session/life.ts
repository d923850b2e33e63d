import { daktelaContract } from '../contract.ts';
import { createInstanceClock } from '../readers/instance-clock.ts';

/** Both times are the instance's own, and so is their difference, whatever its zone. */
const anyZone = createInstanceClock('UTC');

/** How long a token lives, in milliseconds, from the server's own two times. Clocks that are changed in between may skew them by an hour. */
export function lifeOf(expiration: unknown, serverTime: unknown): number {
  const { shortestLifeSeconds, longestLifeSeconds, lifeSeconds } = daktelaContract;
  const [end, now] = [anyZone.read(expiration), anyZone.read(serverTime)];
  if (end === undefined || now === undefined) return lifeSeconds.value * 1000;
  const life = end.epochMilliseconds - now.epochMilliseconds;
  const isSane = life >= shortestLifeSeconds.value * 1000 && life <= longestLifeSeconds.value * 1000;
  return isSane ? life : lifeSeconds.value * 1000;
}
