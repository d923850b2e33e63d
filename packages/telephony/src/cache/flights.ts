/** Work that is under way, so that whoever wants the same joins it. */
export interface Flights<Result> {
  /**
   * Does `work`, or joins the one under way of the same `key`. A caller whose `signal` is aborted leaves at once with its
   * reason; the work itself is aborted when all have left. Nothing is remembered beyond the end of the work.
   */
  join(key: string, work: (signal: AbortSignal) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

interface Flight<Result> {
  result: Promise<Result>;
  callers: number;
  controller: AbortController;
}

export function createFlights<Result>(): Flights<Result> {
  const underWay = new Map<string, Flight<Result>>();

  function start(key: string, work: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
    const controller = new AbortController();
    const flight = { result: work(controller.signal), callers: 0, controller };
    underWay.set(key, flight);
    const land = () => end(key, flight);
    flight.result.then(land, land);
    return flight;
  }

  function end(key: string, flight: Flight<Result>): boolean {
    return underWay.get(key) === flight && underWay.delete(key);
  }

  return {
    async join(key, work, signal) {
      signal?.throwIfAborted();
      const flight = underWay.get(key) ?? start(key, work);
      flight.callers += 1;
      try {
        return await (signal === undefined ? flight.result : untilAborted(flight.result, signal));
      } finally {
        flight.callers -= 1;
        if (flight.callers === 0 && end(key, flight)) flight.controller.abort();
      }
    },
  };
}

function untilAborted<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
