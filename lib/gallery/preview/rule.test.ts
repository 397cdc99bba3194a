import { describe, expect, it } from "vitest";
import { previewCut, previewSeconds } from "./rule";

describe("what strangers hear", () => {
  it("is all of what they may download, and of what is short", () => {
    expect(previewCut({ seconds: 300, allowsDownload: true }).mostSeconds).toBeNull();
    expect(previewCut({ seconds: 90, allowsDownload: false }).mostSeconds).toBeNull();
    expect(previewSeconds({ seconds: 12, allowsDownload: false })).toBe(12);
  });

  it("is the beginning of everything else", () => {
    expect(previewSeconds({ seconds: 90.1, allowsDownload: false })).toBe(90);
  });
});
