import { describe, expect, it } from "vitest";
import { closeRelative, keyOrNote, whyNoHarmony, withoutFalseHarmony } from "./key-or-note";
import type { AnalysisRecord } from "./schema";

const key = { tonic: "D", mode: "major", confidence: 0.8, camelot: "10B", openKey: "3d", alternatives: [] } as const;
const pitch = { note: "F#1", cents: -6, hz: 46, confidence: 0.9 };
const oneShot = (confidence: number) => ({ label: "one-shot", confidence }) as const;
const sound = {
  durationSeconds: 4,
  kind: { label: "loop", confidence: 0.9 },
  pitch: null,
  key: { ...key, alternatives: [] },
  notApplicable: {},
} satisfies Partial<AnalysisRecord>;

/** As an analyser stored a kick that it heard a key in. */
const kick = {
  ...sound,
  durationSeconds: 0.4,
  kind: oneShot(0.9),
  keyChanges: [{ startSeconds: 0, tonic: "D", mode: "major", confidence: 0.8 }],
  chords: [{ startSeconds: 0, endSeconds: 0.4, label: "D" }],
  tags: ["one-shot", "kick", "major"],
  description: "A dark kick in D major, 400 ms long.",
} as unknown as AnalysisRecord;

describe("key or note", () => {
  it("a loop has its key, a single hit a note or nothing, and nothing under a second has a key", () => {
    expect(keyOrNote(sound)).toMatchObject({ has: "key", key: { tonic: "D" } });
    expect(keyOrNote({ ...sound, kind: oneShot(0.9), pitch })).toMatchObject({ has: "note", pitch: { note: "F#1" } });
    expect(keyOrNote({ ...sound, kind: oneShot(0.9) })).toMatchObject({ has: "neither", why: { code: "one_shot" } });
    expect(keyOrNote({ ...sound, durationSeconds: 0.99 })).toMatchObject({
      has: "neither",
      why: { code: "too_short" },
    });
    expect(keyOrNote({ ...sound, durationSeconds: 1 })).toMatchObject({ has: "key" });
  });

  it("a guess that the sound is a single one takes no key away", () => {
    expect(whyNoHarmony({ ...sound, kind: oneShot(0.4) })).toBeNull();
  });

  it("names the relative key where the music hardly tells the two apart", () => {
    const nearly = (confidence: number) => ({
      ...sound.key,
      alternatives: [{ tonic: "B" as const, mode: "minor" as const, confidence }],
    });
    expect(closeRelative(nearly(0.15))).toMatchObject({ tonic: "B", mode: "minor" });
    expect(closeRelative(nearly(0.05))).toBeNull();
    expect(closeRelative({ ...sound.key, alternatives: [{ tonic: "D", mode: "minor", confidence: 0.15 }] })).toBeNull();
  });

  it("gives the reason in the record where no key was found", () => {
    const why = { code: "atonal", reason: "No key stands out." };
    expect(keyOrNote({ ...sound, key: null, notApplicable: { key: why } })).toEqual({ has: "neither", why });
  });

  it("takes key, chords and the words about them out of an earlier record of a kick", () => {
    const record = withoutFalseHarmony(kick);
    expect(record).toMatchObject({ key: null, keyChanges: null, chords: null, tags: ["one-shot", "kick"] });
    expect(record.description).toBe("A dark kick, 400 ms long.");
    expect(record.notApplicable.chords?.code).toBe("one_shot");
  });

  it("leaves every other record as it is", () => {
    const loop = { ...kick, ...sound, tags: ["loop", "major"] } as AnalysisRecord;
    expect(withoutFalseHarmony(loop)).toBe(loop);
    const found = withoutFalseHarmony(kick);
    expect(withoutFalseHarmony(found)).toBe(found);
  });
});
