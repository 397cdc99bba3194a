import { describe, expect, it } from "vitest";
import { takeIn } from "./upload-intake";

const file = (name: string, content: string, type = "") => ({
  file: new File([content], name, { type }),
  folderPath: "kit",
  isExplicit: false,
});

describe("files that were found", () => {
  it("are uploaded, refused or skipped, and only the first two have rows", () => {
    let id = 0;
    const kick = file("kick.wav", "x");
    const { items, skipped, accepted } = takeIn(
      [kick, file("empty.wav", ""), file("cover.jpg", "x", "image/jpeg")],
      () => ++id,
    );
    expect(items.map(({ id, fileName, phase }) => [id, fileName, phase])).toEqual([
      [1, "kick.wav", "waiting"],
      [2, "empty.wav", "refused"],
    ]);
    expect([...accepted]).toEqual([[1, kick]]);
    expect(skipped).toEqual([{ fileName: "cover.jpg", folderPath: "kit", reason: "not an audio file" }]);
  });
});
