import { expect, it } from "vitest";
import { Places } from "./places";

it("only so many run at once, in the order in which they came, and a failure gives its place back", async () => {
  const places = new Places(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((number) =>
      places.use(async () => {
        order.push(number);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        if (number === 1) throw new Error("failed");
        return number;
      }),
    ),
  );
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
});
