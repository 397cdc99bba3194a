import { describe, expect, it } from "vitest";
import { inPortions } from "./in-portions";

const ids = Array.from({ length: 2500 }, (_, index) => `s${index}`);

describe("a change of thousands of samples", () => {
  it("says which were changed before it broke off, and which may have been", async () => {
    const until = (calls: number, fail: () => never | { data: { ok: false } }) => {
      let made = 0;
      return inPortions(ids, async (portion) =>
        made++ < calls ? { data: { ok: true, value: { ids: portion } } } : fail(),
      );
    };
    const gone = () => {
      throw new Error("no connection");
    };
    expect(await until(3, gone)).toEqual({ changed: ids, perhaps: ids, failure: null });
    const [one, two] = [ids.slice(0, 1000), ids.slice(0, 2000)];
    expect(await until(1, gone)).toEqual({ changed: one, perhaps: two, failure: "no_answer" });
    expect(await until(2, () => ({ data: { ok: false } }))).toEqual({ changed: two, perhaps: two, failure: "refused" });
  });
});
