import { availableParallelism } from "node:os";

/**
 * Does `work` for every item, as many at a time as there are cores, and returns the results in the items' order,
 * whichever is done first. Progress goes to standard error under `name`.
 */
export async function onAllCores<Item, Result>(
  items: readonly Item[],
  name: string,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let done = 0;
  const takeTurns = async () => {
    for (const [index, item] of waiting) {
      results[index] = await work(item);
      if (++done % 100 === 0) process.stderr.write(`${name}: ${done} of ${items.length}\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns));
  return results;
}
