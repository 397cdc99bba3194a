import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "@/lib/uploads/constants";
import { ACCEPT_ATTRIBUTE, judgeFile } from "./file-intake";

const found = (change: Partial<Parameters<typeof judgeFile>[0]>) =>
  judgeFile({ fileName: "kick.wav", folderPath: "", sizeBytes: 1000, type: "audio/wav", isExplicit: false, ...change });

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

  it("takes every name of the one list, also those that browsers do not know", () => {
    for (const fileName of ["kick.aifc", "kick.WAVE", "book.m4b"]) {
      expect(found({ fileName, type: "" }).kind).toBe("accept");
      expect(ACCEPT_ATTRIBUTE).toContain(fileName.slice(fileName.lastIndexOf(".")).toLowerCase());
    }
  });

  it("leaves out what systems put beside a person's files, whether it was chosen or found", () => {
    for (const isExplicit of [true, false]) {
      expect(found({ fileName: "._kick.wav", isExplicit })).toMatchObject({
        kind: "skip",
        reason: expect.stringContaining("system"),
      });
      expect(found({ folderPath: "kit/__MACOSX", isExplicit })).toMatchObject({ kind: "skip" });
      expect(found({ folderPath: "__MACOSX", isExplicit })).toMatchObject({ kind: "skip" });
    }
    expect(found({ folderPath: "kit/.git" })).toMatchObject({ kind: "skip", reason: "hidden" });
  });

  it("takes a hidden file or folder that the person chose", () => {
    expect(found({ fileName: ".kick.wav", isExplicit: true }).kind).toBe("accept");
    expect(found({ folderPath: ".samples/drums" }).kind).toBe("accept");
  });
});
