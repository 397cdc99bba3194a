import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "@/lib/uploads/constants";
import { extensionOf, judgeFile } from "./file-intake";

const found = (change: Partial<Parameters<typeof judgeFile>[0]>) =>
  judgeFile({ fileName: "kick.wav", sizeBytes: 1000, type: "audio/wav", isExplicit: false, ...change });

describe("what may be uploaded", () => {
  it("accepts audio by its extension, in upper or lower case, whatever its declared type", () => {
    expect(found({ fileName: "KICK.AIFF", type: "" }).kind).toBe("accept");
    expect(found({ fileName: "take.mp4", type: "video/mp4" }).kind).toBe("accept");
  });

  it("skips other files in a folder", () => {
    expect(found({ fileName: "cover.jpg", type: "image/jpeg" }).kind).toBe("skip");
    expect(found({ fileName: ".DS_Store", type: "" }).kind).toBe("skip");
  });

  it("accepts a file without a known extension if the person chose it", () => {
    expect(found({ fileName: "old take", type: "", isExplicit: true }).kind).toBe("accept");
    expect(found({ fileName: "cover.jpg", type: "image/jpeg", isExplicit: true }).kind).toBe("skip");
  });

  it("refuses an empty file and a file over the limit, and says what to do", () => {
    expect(found({ sizeBytes: 0 })).toMatchObject({
      kind: "refuse",
      reason: expect.stringContaining("Export it again"),
    });
    expect(found({ sizeBytes: MAX_FILE_BYTES }).kind).toBe("accept");
    expect(found({ sizeBytes: MAX_FILE_BYTES + 1 })).toMatchObject({
      kind: "refuse",
      reason: expect.stringContaining("limit is 100 MB"),
    });
  });

  it("takes the extension after the last dot", () => {
    expect(extensionOf("mix.final.FLAC")).toBe("flac");
    expect(extensionOf(".wav")).toBe("");
    expect(extensionOf("song")).toBe("");
  });
});
