import { describe, expect, it } from "vitest";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import { describeSound } from "./description";
import type { Described } from "./said-of-sound";

const level: Loudness = {
  integratedLufs: -14,
  rangeLu: 4,
  shortTermMaxLufs: -12,
  momentaryMaxLufs: -11,
  truePeakDbtp: -1,
  samplePeakDbfs: -1.2,
  rmsDbfs: -16,
  crestDb: 14,
  clippingRuns: 0,
  dcOffset: 0,
  headSilenceSeconds: 0,
  tailSilenceSeconds: 0,
  confidence: 1,
};
const loop: Described = {
  durationSeconds: 8,
  loudness: level,
  kind: { label: "loop", confidence: 0.9 },
  tempo: { bpm: 120, confidence: 0.9, alternatives: [] },
  key: { tonic: "F", mode: "minor", confidence: 0.8, camelot: "4A", openKey: "9m", alternatives: [] },
};
const timbre = {
  brightness: 0.9,
  warmth: 0.1,
  harmonicity: 0.5,
  attackSeconds: null,
  logAttackTime: null,
  temporalCentroid: 0.5,
  confidence: 1,
};
const spectral = {
  ...{ centroidHz: 500, spreadHz: 500, rolloffHz: 900, rolloff95Hz: 2000, flatness: 0.1, zeroCrossingRate: 100 },
  ...{ flux: 0, mfcc: [], mfccVariance: [], contrastDb: [], slopeDbPerOctave: -6, confidence: 1 },
};

describe("a description", () => {
  it("names length in beats, tempo and key of a loop", () => {
    const { description, tags } = describeSound(loop);
    expect(description).toContain("16 beats");
    expect(description).toContain("120 BPM");
    expect(description).toContain("F minor");
    expect(tags).toEqual(["loop", "minor"]);
  });

  it("names genre and mood if they are more than a guess, and colours only once", () => {
    const genres: Described["genres"] = [
      { label: "techno", confidence: 0.55 },
      { label: "house", confidence: 0.3 },
    ];
    const moods: Described["moods"] = [
      { label: "dark", confidence: 0.58 },
      { label: "tense", confidence: 0.51 },
    ];
    const { description, tags } = describeSound({ ...loop, genres, moods });
    expect(description).toContain("It sounds like techno, and rather tense.");
    expect(description).not.toMatch(/house|rather dark/);
    expect(tags).toEqual(["loop", "techno", "dark", "tense", "minor"]);
    const guess = describeSound({ ...loop, genres: genres.slice(1), moods: [{ label: "sad", confidence: 0.4 }] });
    expect(guess).toEqual(describeSound(loop));
  });

  it("says nothing about guesses and what was not measured", () => {
    const unsure = describeSound({ ...loop, tempo: { bpm: 120, confidence: 0.3, alternatives: [] }, key: null });
    expect(unsure.description).not.toMatch(/BPM|minor|major|beats|stereo|LUFS|clip|bright|warm|energetic|calm/);
    expect(unsure.tags).toEqual(["loop"]);
  });

  it("names the note of a one-shot and how far it is off", () => {
    const note = (cents: number) =>
      describeSound({
        durationSeconds: 0.35,
        loudness: { ...level, integratedLufs: null },
        kind: { label: "one-shot", confidence: 1 },
        pitch: { note: "A2", cents, hz: 110, confidence: 0.9 },
      }).description;
    expect(note(12)).toMatch(/A2 \(\+12 cents\).*350 ms/);
    expect(note(-12)).toContain("−12 cents");
    expect(note(2)).not.toContain("cents");
  });

  it("names the instrument of a one-shot if it is certain, but not if it is a guess", () => {
    const sound = (confidence: number) =>
      describeSound({
        durationSeconds: 0.24,
        loudness: { ...level, integratedLufs: null },
        kind: { label: "one-shot", confidence: 1 },
        instruments: [
          { label: "kick", confidence },
          { label: "tom", confidence: 0.05 },
        ],
      });
    expect(sound(0.9).description).toMatch(/kick.*240 ms/);
    expect(sound(0.9).tags).toEqual(["one-shot", "kick"]);
    expect(sound(0.4).description).not.toContain("kick");
    expect(sound(0.4).tags).toEqual(["one-shot"]);
  });

  it("names the instruments in a loop", () => {
    const { description, tags } = describeSound({
      ...loop,
      instruments: [
        { label: "kick", confidence: 0.95 },
        { label: "hi-hat", confidence: 0.9 },
        { label: "bass", confidence: 0.7 },
        { label: "organ", confidence: 0.4 },
      ],
    });
    expect(description).toContain("kick, hi-hat and bass.");
    expect(description).not.toContain("organ");
    expect(tags).toEqual(["loop", "kick", "hi-hat", "bass", "minor"]);
  });

  it("warns of clipping, DC offset and what mono would lose", () => {
    const { description, tags } = describeSound({
      ...loop,
      loudness: { ...level, clippingRuns: 3, dcOffset: -0.02 },
      stereo: { width: 0.7, correlation: -0.5, balance: 0, monoCompatibility: 0.4, confidence: 1 },
    });
    expect(description).toContain("clips 3 times and has a DC offset");
    expect(description).toContain("cancel out in mono");
    expect(tags).toEqual(expect.arrayContaining(["wide", "clipped"]));
  });

  it("says that sections return only if they do", () => {
    const track = (labels: string) =>
      describeSound({
        ...loop,
        durationSeconds: 185,
        kind: { label: "track", confidence: 1 },
        sections: [...labels].map((label, i) => ({ startSeconds: i * 20, endSeconds: i * 20 + 20, label })),
      }).description;
    expect(track("ABA")).toContain("3 sections, some of which return");
    expect(track("ABC")).toMatch(/3 sections\./);
    expect(track("A")).not.toContain("section");
    expect(track("A")).toContain("3:05 minutes");
  });

  it("takes adjectives that are moods from the moods, and only what is more than a guess", () => {
    const perceptual = { energy: 0.1, danceability: 0.4, valence: 0.5, acousticness: 0.5, instrumentalness: 0.5 };
    const scores = { ...perceptual, speechiness: 0, liveness: 0, confidence: 0.5 };
    const mood = (confidence: number) =>
      describeSound({ ...loop, timbre, perceptual: scores, moods: [{ label: "calm", confidence }] });
    expect(mood(0.55).description).toMatch(/calm/);
    expect(mood(0.55).tags).toContain("calm");
    expect(mood(0.46).description).not.toMatch(/calm|bright|dark/);
    expect(mood(0.46).tags).toEqual(["loop", "minor"]);
    const kind = { label: "one-shot", confidence: 0.4 } as const;
    expect(describeSound({ ...loop, kind }).tags).not.toContain("one-shot");
    expect(describeSound({ ...loop, kind }).description).toMatch(/^A sound at 120 BPM in F minor, 8.0 s long/);
  });

  it("calls noise noisy, but not a low tone without harmonics", () => {
    const kick = { ...loop, timbre: { ...timbre, harmonicity: 0 } };
    expect(describeSound({ ...kick, spectral: { ...spectral, flatness: 0.6 } }).tags).toContain("noisy");
    expect(describeSound({ ...kick, spectral: { ...spectral, flatness: 0.004 } }).tags).not.toContain("noisy");
  });

  it("varies between sounds, but is always the same for the same sound", () => {
    const warm = { ...timbre, warmth: 0.8 };
    const wordings = [8, 8.001].map(
      (seconds) => describeSound({ ...loop, timbre: warm, durationSeconds: seconds }).description,
    );
    for (const wording of wordings) expect(wording).toContain("warm");
    expect(new Set(wordings).size).toBe(2);
    expect(describeSound(loop)).toEqual(describeSound(loop));
  });

  it("calls silence silence", () => {
    const { description, tags } = describeSound({ durationSeconds: 3, loudness: level, kind: null });
    expect(description).toContain("Silence");
    expect(tags).toEqual(["silent"]);
  });
});
