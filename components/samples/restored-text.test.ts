import { expect, it } from "vitest";
import { brokenOffText, restoredText } from "./restored-text";

it("only what came back from the trash is called restored", () => {
  expect(restoredText("kick.wav", 1, 1)).toEqual({ kind: "success", title: "kick.wav restored" });
  expect(restoredText("kick.wav", 1, 0)).toEqual({
    kind: "warning",
    title: "kick.wav not restored",
    description: "Too late: it was deleted permanently.",
  });
  expect(restoredText("1,200 samples", 1200, 0).description).toBe("Too late: they were deleted permanently.");
  expect(restoredText("1,200 samples", 1200, 1000).title).toBe("1,000 of 1,200 samples restored");
});

it("a deletion that broke off never claims that nothing has changed unless that is known", () => {
  const some = ["a", "b"];
  expect(brokenOffText("3 samples", 3, { changed: some, perhaps: some, failure: "refused" }).title).toBe(
    "2 of 3 samples deleted",
  );
  const refused = brokenOffText("kick.wav", 1, { changed: [], perhaps: [], failure: "refused" });
  expect(refused.description).toBe("Nothing has changed. Try again in a moment.");
  const unknown = brokenOffText("kick.wav", 1, { changed: [], perhaps: some, failure: "no_answer" });
  expect(unknown.description).toBe("The server did not answer. Try again in a moment.");
});
