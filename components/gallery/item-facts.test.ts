import { describe, expect, it } from "vitest";
import type { PublicDetail } from "@/lib/gallery/schema";
import { ENGLISH } from "@/lib/language/text";
import { itemFacts } from "./item-facts";

const KNOWN: PublicDetail = {
  ...{
    id: "1",
    slug: "kick-abc123",
    title: "Kick",
    artistName: "Ada",
    avatar: null,
    hasPreview: true,
    handle: "ada",
    description: "",
    tags: [],
  },
  ...{ kind: "loop", bpm: 124, bpmConfidence: 0.4, keyTonic: 9, keyMode: "minor", keyConfidence: 0.9 },
  ...{ note: null, noteConfidence: null, seconds: 62, lufs: -9.25, overview: null, preview: "ready" },
  ...{ licence: "cc0", aiTraining: "allowed", allowsDownload: true },
  ...{ playCount: 0, downloadCount: 0, publishedAt: "2026-12-01T00:00:00.000Z" },
};
const said = (item: PublicDetail) =>
  itemFacts(item, ENGLISH).map(({ name, value, certainty }) => [name, value, certainty]);

describe("what an item says of its sound", () => {
  it("is in words, with how sure it is", () => {
    expect(said(KNOWN)).toEqual([
      ["Tempo", "124.0 BPM", "low confidence"],
      ["Key", "A minor", "high confidence"],
      ["Loudness", "−9.3 LUFS", null],
      ["Length", "1:02", null],
      ["Kind", "Loop", null],
    ]);
  });

  it("leaves out what is not known, and has a note where there is no key", () => {
    const hit = { ...KNOWN, bpm: null, keyTonic: null, keyMode: null, lufs: null, kind: null };
    expect(said({ ...hit, note: "F#1", noteConfidence: 0.6 })).toEqual([
      ["Note", "F♯1", "fair confidence"],
      ["Length", "1:02", null],
    ]);
  });
});
