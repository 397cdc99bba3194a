import { expect, it } from "vitest";
import { onAllCores } from "./cores";

it("gives results in the items' order, whichever is done first", async () => {
  const releases: (() => void)[] = [];
  const finished: number[] = [];
  const results = onAllCores([0, 1, 2, 3], "numbers", async (item) => {
    if (item === 0) await new Promise<void>((resolve) => releases.push(resolve));
    else if (item === 3) for (const release of releases) release();
    finished.push(item);
    return item * 10;
  });
  expect(await results).toEqual([0, 10, 20, 30]);
  expect(finished.at(-1)).toBe(0);
});
