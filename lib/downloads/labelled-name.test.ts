import { describe, expect, it } from "vitest";
import { labelledName } from "./labelled-name";

const nothing = { bpm: null, keyTonic: null, keyMode: null, note: null };
const minor = { ...nothing, bpm: 124, keyTonic: 6, keyMode: "minor" } as const;

describe("a name with tempo and key", () => {
  it.each([
    ["Night.wav", minor, "Night_124bpm_F#m.wav"],
    ["Night.wav", { ...minor, bpm: 123.98 }, "Night_124bpm_F#m.wav"],
    ["Night.wav", { ...minor, bpm: 92.5 }, "Night_92.5bpm_F#m.wav"],
    ["Night.wav", { ...nothing, keyTonic: 10, keyMode: "major" }, "Night_Bb.wav"],
    ["Bass.wav", { ...nothing, note: "F#1" }, "Bass_F#1.wav"],
    ["Noise.wav", nothing, "Noise.wav"],
    ["noextension", minor, "noextension_124bpm_F#m"],
    // What is there already is not said twice, and what is wrong there is said right.
    ["Night_124bpm_F#m.wav", minor, "Night_124bpm_F#m.wav"],
    ["Night 124 bpm.wav", minor, "Night 124 bpm_F#m.wav"],
    ["Night_140bpm.wav", minor, "Night_140bpm_124bpm_F#m.wav"],
  ] as const)("%s", (fileName, values, expected) => {
    expect(labelledName({ fileName, ...values })).toBe(expected);
  });
});
