import { describe, expect, it } from "vitest";
import { comparedPair } from "./compared-pair";

const ids = ["a", "b", "c"];
const nothing = { keptId: null, suggestedId: "b", otherId: null, loadedId: null };

describe("two duplicates that are compared", () => {
  it("are the suggested one and another, until the person chooses which to keep", () => {
    expect(comparedPair(ids, nothing)).toMatchObject({ kept: "b", other: "a", heard: "b" });
    expect(comparedPair(ids, { ...nothing, keptId: "a", otherId: "b" })).toMatchObject({ kept: "a", other: "b" });
    expect(comparedPair(ids, { ...nothing, keptId: "gone" })?.kept).toBe("b");
    expect(comparedPair(["b"], nothing)).toBeNull();
  });

  it("follow the player, whoever started it", () => {
    expect(comparedPair(ids, { ...nothing, loadedId: "a" })).toMatchObject({ heard: "a", quiet: "b", upNext: "b" });
    expect(comparedPair(ids, { ...nothing, loadedId: "b" })).toMatchObject({ heard: "b", quiet: "a", upNext: "a" });
    expect(comparedPair(ids, { ...nothing, otherId: "a", loadedId: "c" })).toMatchObject({ other: "c", heard: "c" });
  });

  it("begin with the one to keep while the player has stopped or plays something else", () => {
    for (const loadedId of [null, "elsewhere"])
      expect(comparedPair(ids, { ...nothing, loadedId })).toMatchObject({ heard: "b", upNext: "b" });
  });
});
