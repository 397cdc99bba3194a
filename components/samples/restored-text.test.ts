import { expect, it } from "vitest";
import { restoredText } from "./restored-text";

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
