import { describe, expect, it } from "vitest";
import type { UploadState } from "@/lib/uploads/schema";
import { findResumable, keptBytesOf, looksLike } from "./resume-match";

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

describe("continuing a broken-off upload", () => {
  it("knows how much storage has", () => {
    expect(keptBytesOf(state())).toBe(62);
  });

  it("matches by the bytes, also after a renaming", () => {
    expect(findResumable([state()], { sha256: "a".repeat(64), sizeBytes: 100 })?.uploadId).toBe("u1");
    expect(findResumable([state()], { sha256: "b".repeat(64), sizeBytes: 100 })).toBeUndefined();
  });

  it("does not continue a single PUT, of which storage keeps nothing", () => {
    expect(findResumable([state({ partSizeBytes: null })], { sha256: "a".repeat(64), sizeBytes: 100 })).toBeUndefined();
  });

  it("tells another file by name or size before reading it", () => {
    expect(looksLike(state(), { fileName: "mix.wav", sizeBytes: 100 })).toBe(true);
    expect(looksLike(state(), { fileName: "mix.wav", sizeBytes: 101 })).toBe(false);
  });
});
