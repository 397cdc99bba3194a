import { describe, expect, it } from "vitest";
import { keepBest } from "./keep-best";
import type { DuplicateMember } from "./schema";

const member = (id: string, more: Partial<DuplicateMember> = {}): DuplicateMember => ({
  id,
  fileName: `${id}.wav`,
  folderPath: "",
  sizeBytes: 100_000,
  createdAt: `2026-01-0${id}T00:00:00.000Z`,
  durationSeconds: 1,
  container: "wav",
  codec: "pcm_s16le",
  sampleRateHz: 44_100,
  channels: 2,
  isFavourite: false,
  tags: [],
  filledFields: 0,
  ...more,
});

describe("the suggestion which duplicate to keep", () => {
  it.each<[string, Partial<DuplicateMember>, Partial<DuplicateMember>, string]>([
    ["lossless over lossy, even if that is longer", {}, { codec: "mp3", durationSeconds: 2 }, "lossless"],
    ["the higher sample rate", { sampleRateHz: 96_000 }, { durationSeconds: 2 }, "96 kHz"],
    ["the longest", { durationSeconds: 1.2, sizeBytes: 120_000 }, {}, "longest"],
    ["the larger of the same length: it has more bits", { sizeBytes: 150_000 }, {}, "bits per second"],
    ["the favourite", { isFavourite: true }, { tags: ["kick"] }, "favourite"],
    ["the one with the most tags", { tags: ["kick", "808"] }, { filledFields: 1 }, "tags"],
    ["the oldest of equal ones", { createdAt: "2020-01-01T00:00:00.000Z" }, {}, "oldest"],
  ])("is %s", (_, better, other, reason) => {
    for (const members of [
      [member("1", better), member("2", other)],
      [member("2", other), member("1", better)],
    ]) {
      const suggestion = keepBest(members);
      expect(suggestion?.keep).toBe("1");
      expect(suggestion?.reason).toContain(reason);
    }
  });

  it("does not take an encoder's padding for length", () => {
    expect(keepBest([member("1"), member("2", { durationSeconds: 1.05, sizeBytes: 105_000 })])?.keep).toBe("1");
  });

  it("is nothing for no members", () => {
    expect(keepBest([])).toBeNull();
  });
});
