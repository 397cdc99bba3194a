import { describe, expect, it } from "vitest";
import { nameFacts } from "./name-facts";
import { nameWords } from "./name-words";

describe("the words of a file name", () => {
  it.each([
    ["KICK_808-Hard02.wav", ["kick", "808", "hard", "02"]],
    ["NightDrive140bpm.aif", ["night", "drive", "140", "bpm"]],
    ["Überläufer – Straße (Remix).flac", ["überläufer", "straße", "remix"]],
    ["TR909HHClosed.wav", ["tr", "909", "hh", "closed"]],
    ["drum & bass.wav", ["drum", "bass"]],
    ["F#min pad", ["f#min", "pad"]],
    [".wav", ["wav"]],
    ["🔥.wav", []],
    ["Cafe\u0301.wav", ["café"]],
  ])("%s", (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });
});

describe("what a file name says", () => {
  const minor = (tonic: number) => ({ tonic, mode: "minor" as const });
  it.each([
    ["Night_drive_Gm_122.wav", { bpm: 122, key: minor(7), kind: null }],
    ["140bpm Fmin lead loop.wav", { bpm: 140, key: minor(5), kind: "loop" }],
    ["Pad F# minor 90 BPM.wav", { bpm: 90, key: minor(6), kind: null }],
    ["Bass_Loop_128_Ab.wav", { bpm: 128, key: { tonic: 8, mode: null }, kind: "loop" }],
    ["Lead 87,5bpm.wav", { bpm: 87.5, key: null, kind: null }],
    ["BPM_174_Amen.wav", { bpm: 174, key: null, kind: null }],
    ["Track 01 - 8A.mp3", { bpm: null, key: minor(9), kind: null }],
    ["Snare One-Shot 12.wav", { bpm: null, key: null, kind: "one-shot" }],
    // Not what they look like:
    ["KICK_808-Hard02.wav", { bpm: null, key: null, kind: null }],
    ["I am here.wav", { bpm: null, key: null, kind: null }],
    ["Take A.wav", { bpm: null, key: null, kind: null }],
    ["Roland 909 Clap.wav", { bpm: null, key: null, kind: null }],
    ["1999bpm.wav", { bpm: null, key: null, kind: null }],
    ["Area 8A door.wav", { bpm: null, key: null, kind: null }],
    ["loop 100 of 120.wav", { bpm: null, key: null, kind: "loop" }],
    ["white.wav", { bpm: null, key: null, kind: null }],
  ])("%s", (name, facts) => {
    expect(nameFacts(name)).toEqual(facts);
  });

  it("takes tempo and kind from the folder where the name is silent, and never a bare number", () => {
    expect(nameFacts("bass 3.wav", "Loops 128 bpm/Bass")).toEqual({ bpm: 128, key: null, kind: "loop" });
    expect(nameFacts("bass 3.wav", "Pack 120")).toEqual({ bpm: null, key: null, kind: null });
  });
});
