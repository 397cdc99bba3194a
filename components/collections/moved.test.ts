import { describe, expect, it } from "vitest";
import { targetOf } from "./item-list";
import { moved } from "./moved";

const byKey = (key: string, index: number) => {
  const list = ["a", "b", "c", "d"];
  const to = targetOf(key, index, list.length);
  return to === null ? null : moved(list, index, to).join("");
};

describe("a row that is moved by a key", () => {
  it("goes by one, to the top and to the end, and stays where it cannot go on", () => {
    expect(byKey("ArrowDown", 1)).toBe("acbd");
    expect(byKey("ArrowUp", 1)).toBe("bacd");
    expect(byKey("Home", 2)).toBe("cabd");
    expect(byKey("End", 0)).toBe("bcda");
    expect(byKey("ArrowUp", 0)).toBeNull();
    expect(byKey("ArrowDown", 3)).toBeNull();
    expect(byKey("x", 1)).toBeNull();
  });
});
