import { describe, expect, it } from "vitest";
import { joinedGroups, type Link, namedGroups } from "./groups";

const link = (a: string, b: string, strength = 1): Link => ({ a, b, strength });

describe("groups of duplicates", () => {
  it("join what is linked over others, whatever the order of the links", () => {
    const links = [link("a", "b"), link("b", "c"), link("d", "e")];
    const groups = [["a", "b", "c"], ["d", "e"], ["f"]];
    expect(joinedGroups([..."abcdef"], links, [])).toEqual(groups);
    expect(joinedGroups([..."fedcba"], links.toReversed(), [])).toEqual(groups);
  });

  it("never bring two samples together that were dismissed, and follow the stronger link", () => {
    const links = [link("a", "c", 0.8), link("b", "c", 0.9)];
    expect(joinedGroups([..."abc"], links, [{ a: "a", b: "b" }])).toEqual([["a"], ["b", "c"]]);
    expect(joinedGroups([..."abcd"], [...links, link("a", "d"), link("c", "d", 0.7)], [{ a: "a", b: "b" }])).toEqual([
      ["a", "d"],
      ["b", "c"],
    ]);
  });

  it("keep their id when they grow, shrink, meet or part", () => {
    const ids = ["new-1", "new-2"];
    const newId = () => ids.shift() ?? "none left";
    expect(namedGroups([["a", "b"], ["c"]], new Map(), newId)).toEqual([{ id: "new-1", members: ["a", "b"] }]);
    const current = new Map([...["a", "b", "c"].map((id) => [id, "one"] as const), ["d", "two"], ["e", "two"]]);
    expect(namedGroups([["a", "b", "c", "d", "e"]], current, newId)[0]?.id).toBe("one");
    const parted = namedGroups(
      [
        ["a", "b"],
        ["c", "f"],
        ["d", "e"],
      ],
      current,
      newId,
    );
    expect(parted.map(({ id }) => id)).toEqual(["one", "new-2", "two"]);
  });
});
