const tails = new Map<string, Promise<unknown>>();

/** Runs tasks with the same name one after another, so that one can check a condition and then act on it. */
export async function withLock<T>(name: string, task: () => Promise<T>): Promise<T> {
  const previous = tails.get(name) ?? Promise.resolve();
  const current = previous.then(task, task);
  tails.set(name, current);
  try {
    return await current;
  } finally {
    if (tails.get(name) === current) tails.delete(name);
  }
}
