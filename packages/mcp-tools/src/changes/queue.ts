/** Runs the work of one name after another, so that each sees what the one before has made. */
export type Queue = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (last.get(name) === turn) last.delete(name);
    }
  };
}
