import { describe, expect, it } from "vitest";
import { rewriteFault } from "./rewrite-check";

const FACTS =
  "Facts: A dark loop of 16 beats at 120.5 BPM in F minor. It sounds like techno.\nTags: loop, techno, dark";

describe("a reworded description", () => {
  it("may say the same in different words", () => {
    expect(rewriteFault("Sixteen... or rather 16 beats of dark techno in F minor, at 120.5 BPM.", FACTS)).toBeNull();
    expect(rewriteFault("Dark techno loop, 16 beats, 120,50 BPM, F minor.", FACTS)).toBeNull();
  });

  it.each([
    ["a number that was not measured", "A dark techno loop of 16 beats at 128 BPM in F minor.", "128"],
    ["a genre that was not heard", "A dark house loop of 16 beats at 120.5 BPM.", "house"],
    ["an instrument that was not heard", "A dark techno loop with strings, 16 beats long.", "strings"],
    ["another mode", "A dark techno loop of 16 beats in F major.", "major"],
    ["markup", "**A dark techno loop** of 16 beats.", "plain"],
    ["next to nothing", "Techno.", "short"],
    ["far too much", "A dark techno loop. ".repeat(40), "long"],
  ])("is refused if it contains %s", (_, text, fault) => {
    expect(rewriteFault(text, FACTS)).toContain(fault);
  });
});
