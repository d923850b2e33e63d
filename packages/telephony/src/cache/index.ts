export { cachedProvider } from './cached-provider.ts';
export { createDayCache, type DayCache, type DayCacheOptions } from './day-cache.ts';
export { createFlights, type Flights } from './flights.ts';
