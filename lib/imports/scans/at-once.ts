/** Does `work` for each item, so many at once. Results are in the order of the items. The first error ends it. */
export async function atOnce<Item, Done>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      done[index] = await work(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, lane));
  return done;
}
