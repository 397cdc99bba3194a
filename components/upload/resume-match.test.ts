import { describe, expect, it } from "vitest";
import type { UploadState } from "@/lib/uploads/schema";
import { findResumable, keptBytesOf } from "./resume-match";

const state = (change: Partial<UploadState> = {}): UploadState => ({
  uploadId: "u1",
  sampleId: "s1",
  fileName: "mix.wav",
  folderPath: "",
  sizeBytes: 100,
  sha256: "a".repeat(64),
  partSizeBytes: 40,
  uploadedParts: [
    { partNumber: 1, etag: "x", sizeBytes: 40 },
    { partNumber: 2, etag: "y", sizeBytes: 22 },
  ],
  ...change,
});

describe("continuing an interrupted upload", () => {
  it("knows how many bytes are stored", () => {
    expect(keptBytesOf(state())).toBe(62);
  });

  it("finds it by its bytes, even under another name", () => {
    expect(findResumable([state()], { sha256: "a".repeat(64), sizeBytes: 100 })?.uploadId).toBe("u1");
    expect(findResumable([state()], { sha256: "b".repeat(64), sizeBytes: 100 })).toBeUndefined();
  });

  it("does not continue a single PUT, because storage keeps nothing of it", () => {
    expect(findResumable([state({ partSizeBytes: null })], { sha256: "a".repeat(64), sizeBytes: 100 })).toBeUndefined();
  });
});
