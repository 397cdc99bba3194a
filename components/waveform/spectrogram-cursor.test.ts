import { describe, expect, it } from "vitest";
import { cursorAfterKey } from "./spectrogram-cursor";

const bounds = { view: { startSeconds: 10, endSeconds: 20 }, durationSeconds: 60, bands: 128 };
const place = { seconds: 12, height: 0.5 };

describe("the cursor on the spectrogram", () => {
  it("moves by a hundredth of the view and by a band, and stays on the picture", () => {
    expect(cursorAfterKey("ArrowRight", place, bounds)).toEqual({ seconds: 12.1, height: 0.5 });
    expect(cursorAfterKey("ArrowDown", place, bounds)).toEqual({ seconds: 12, height: 0.5 - 1 / 128 });
    expect(cursorAfterKey("End", place, bounds)?.seconds).toBe(60);
    expect(cursorAfterKey("PageUp", { seconds: 0, height: 0.99 }, bounds)).toEqual({ seconds: 0, height: 1 });
  });

  it("leaves other keys alone", () => {
    expect(cursorAfterKey("j", place, bounds)).toBeNull();
  });
});
