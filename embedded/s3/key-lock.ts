const tails = new Map<string, Promise<unknown>>();

/** Runs one task a name at a time, in order of arrival; used where a condition is checked and then acted on. */
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
