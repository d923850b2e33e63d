const MINUTE_MS = 60_000;

/** Counts what happened within the last minutes, in steps of a minute: its size does not grow with what it counts. */
export function createWindow(minutes: number, now: () => number): { add(): number } {
  const counts = new Array<number>(minutes).fill(0);
  let newest = Math.floor(now() / MINUTE_MS);
  return {
    add() {
      const minute = Math.floor(now() / MINUTE_MS);
      // A clock that was set back begins anew.
      const passed = minute < newest ? minutes : Math.min(minute - newest, minutes);
      for (let step = 0; step < passed; step += 1) {
        counts.pop();
        counts.unshift(0);
      }
      newest = minute;
      counts[0] = (counts[0] ?? 0) + 1;
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
