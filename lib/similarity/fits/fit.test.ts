import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandShares, sharedLoudness } from "./band-shares";
import { bestPossibleFit, fitOf } from "./fit";
import { fittingKeys, keyFit } from "./key-fit";
import { rolesOf } from "./roles";
import type { FitFacts } from "./schema";
import { fittingTempos, tempoFit } from "./tempo-fit";

const C_MINOR = { tonic: 0, mode: "minor" } as const;
const bass: FitFacts = {
  kind: "loop",
  seconds: 4,
  bpm: 120,
  bpmConfidence: 0.9,
  key: C_MINOR,
  keyConfidence: 0.9,
  beatsPerBar: 4,
  loopBars: 2,
  roles: { drums: 0, bass: 1, harmony: 0, lead: 0 },
  bands: [0.7, 0.2, 0.1, 0, 0, 0, 0],
};
const hats: FitFacts = { ...bass, key: null, keyConfidence: 0, roles: { drums: 1, bass: 0, harmony: 0, lead: 0 } };
const chords: FitFacts = {
  ...bass,
  roles: { drums: 0, bass: 0, harmony: 1, lead: 0 },
  bands: [0, 0, 0, 0.4, 0.4, 0.2, 0],
};
const scoreOf = (candidate: FitFacts, transpose = 2) => fitOf(bass, candidate, { transpose })?.score ?? 0;
const said = (candidate: FitFacts) => fitOf(bass, candidate, { transpose: 2 })?.reasons.map(({ text }) => text);

describe("two keys", () => {
  it("fit where they are the same, relative or neighbours, without being moved", () => {
    expect(keyFit(C_MINOR, C_MINOR, 2)).toEqual({ score: 1, tie: "same", semitones: 0 });
    expect(keyFit(C_MINOR, { tonic: 3, mode: "major" }, 2)).toMatchObject({ tie: "relative", semitones: 0 });
    expect(keyFit(C_MINOR, { tonic: 7, mode: "minor" }, 2)).toMatchObject({ tie: "neighbour", semitones: 0 });
    expect(fittingKeys(C_MINOR, 0)).toHaveLength(4);
  });

  it("fit less if one has to be moved, and say which way", () => {
    expect(keyFit(C_MINOR, { tonic: 2, mode: "minor" }, 2)).toMatchObject({ tie: "same", semitones: -2 });
    expect(keyFit(C_MINOR, { tonic: 11, mode: "minor" }, 2)).toMatchObject({ tie: "same", semitones: 1 });
    expect(keyFit(C_MINOR, { tonic: 6, mode: "minor" }, 0)).toBeNull();
  });

  it("fit as well after both are moved by the same interval", () => {
    const key = fc.record({ tonic: fc.nat(11), mode: fc.constantFrom("major" as const, "minor" as const) });
    fc.assert(
      fc.property(key, key, fc.nat(11), (a, b, by) => {
        const moved = (one: typeof a) => ({ ...one, tonic: (one.tonic + by) % 12 });
        expect(keyFit(moved(a), moved(b), 2)).toEqual(keyFit(a, b, 2));
      }),
    );
  });
});

describe("two tempos", () => {
  it("fit at half and double, and up to 6 % apart", () => {
    expect(tempoFit(120, 120)).toEqual({ score: 1, ratio: 1, stretch: 0 });
    expect(tempoFit(120, 60)).toMatchObject({ ratio: 0.5, stretch: 0 });
    expect(tempoFit(120, 240)).toMatchObject({ ratio: 2, stretch: 0 });
    expect(tempoFit(120, 126)?.stretch).toBeCloseTo(-0.0476, 4);
    expect(tempoFit(120, 130)).toBeNull();
    expect(tempoFit(120, 90)).toBeNull();
  });

  it("fit exactly where the ranges say so", () => {
    const bpm = fc.double({ min: 40, max: 250, noNaN: true });
    fc.assert(
      fc.property(bpm, bpm, (own, other) => {
        const isInRange = fittingTempos(own).some(({ min, max }) => other >= min + 1e-9 && other <= max - 1e-9);
        const isNear = fittingTempos(own).some(({ min, max }) => other >= min - 1e-9 && other <= max + 1e-9);
        if (isInRange) expect(tempoFit(own, other)).not.toBeNull();
        if (!isNear) expect(tempoFit(own, other)).toBeNull();
      }),
    );
  });
});

describe("a fit", () => {
  it("is best where another role is played in the same key and tempo elsewhere in the spectrum", () => {
    expect(scoreOf(chords)).toBeGreaterThan(0.9);
    expect(scoreOf(chords)).toBeGreaterThan(scoreOf(hats));
    expect(scoreOf(hats)).toBeGreaterThan(scoreOf(bass));
    expect(scoreOf({ ...chords, bands: bass.bands })).toBeLessThan(scoreOf(chords));
    expect(scoreOf({ ...chords, beatsPerBar: 3 })).toBeLessThan(scoreOf(chords));
  });

  it("does not exist where a tempo is too far off or no key can be reached, if that is sure", () => {
    expect(fitOf(bass, { ...chords, bpm: 97 }, { transpose: 2 })).toBeNull();
    expect(fitOf(bass, { ...chords, bpm: 97, bpmConfidence: 0.2 }, { transpose: 2 })).not.toBeNull();
    expect(fitOf(bass, { ...chords, key: { tonic: 6, mode: "minor" } }, { transpose: 0 })).toBeNull();
  });

  it("says in words and numbers what it is made of", () => {
    const other = { ...chords, bpm: 61.5, key: { tonic: 2, mode: "minor" } as const, loopBars: 4 };
    expect(said(other)).toEqual(
      expect.arrayContaining([
        "Same key: D minor (7A), moved down by 2 semitones",
        "61.5 BPM, half the tempo, to be played 2.4% slower",
        "Chords beside bass",
        "0% of their loudness lies in the same bands",
        "4 bars beside 2 bars",
      ]),
    );
    expect(said(hats)).toEqual(expect.arrayContaining(["Drums have no key to clash", "Same tempo: 120.0 BPM"]));
  });

  it("is never better than what can be said without the record", () => {
    const facts = fc.record({
      bpm: fc.option(fc.double({ min: 55, max: 250, noNaN: true })),
      tonic: fc.nat(11),
      hasKey: fc.boolean(),
      transpose: fc.nat(2),
    });
    fc.assert(
      fc.property(facts, ({ bpm, tonic, hasKey, transpose }) => {
        const candidate = { ...chords, bpm, key: hasKey ? { tonic, mode: "minor" as const } : null };
        const most = bestPossibleFit(bass, candidate, transpose);
        expect(scoreOf(candidate, transpose)).toBeLessThanOrEqual(most + 1e-12);
      }),
    );
  });
});

describe("where a sound is loud", () => {
  const mfcc = (slope: number) => [-300, slope, ...Array.from({ length: 18 }, () => 0)];

  it("sums to 1, whatever the level, and follows the slope of the spectrum", () => {
    const low = bandShares(mfcc(150)) ?? [];
    const high = bandShares(mfcc(-150)) ?? [];
    expect(low.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(bandShares([-100, ...mfcc(150).slice(1)])?.[0]).toBeCloseTo(low[0] ?? 0, 9);
    expect(low[0]).toBeGreaterThan(high[0] ?? 1);
    expect(sharedLoudness(low, low)).toBeCloseTo(1, 12);
    expect(sharedLoudness(low, high)).toBeLessThan(0.5);
    expect(bandShares([])).toBeNull();
  });
});

describe("what a sound does", () => {
  const heard = (label: "kick" | "piano" | "cowbell", atonality: number) =>
    rolesOf({ instruments: [{ label, confidence: 0.9 }], atonality, pitch: null }, [], null);

  it("follows from its instruments, and a person's tags count more", () => {
    expect(heard("kick", 0.9)).toMatchObject({ drums: 0.9, harmony: 0 });
    expect(heard("piano", 0.1).harmony).toBeGreaterThan(heard("piano", 0.1).lead);
    expect(rolesOf({ instruments: [], atonality: 0.1, pitch: null }, ["bassline"], null).bass).toBe(1);
  });

  it("is hardly drums where percussion is heard in something with a key", () => {
    expect(heard("cowbell", 0.1).drums).toBeLessThan(heard("cowbell", 0.9).drums / 2);
  });

  it("is a bass where something with a pitch is loud below 200 Hz only", () => {
    const low = [0.6, 0.2, 0.1, 0.1, 0, 0, 0];
    expect(rolesOf({ instruments: [], atonality: 0.1, pitch: null }, [], low).bass).toBe(1);
  });
});
