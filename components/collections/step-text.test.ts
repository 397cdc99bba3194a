import { describe, expect, it } from "vitest";
import { GERMAN } from "@/lib/language/german/studio";
import { ENGLISH, textIn } from "@/lib/language/text";
import { explain } from "@/lib/playlists/order/explain";
import { stepText } from "./step-text";

const german = textIn("de", GERMAN);
const track = (id: string, hour: number, bpm: number | null, energy: number) => ({
  ...{ id, bpm, energy },
  key: { hour, isMinor: true },
});
const curve = [
  { at: 0, energy: 0 },
  { at: 1, energy: 1 },
];

describe("why a sample stands where it does", () => {
  const tracks = [track("a", 8, 120, 0.1), track("b", 9, 121.5, 0.5), track("c", 9, null, 0.9)];
  const steps = explain(tracks, [0, 1, 2], curve).map(({ text }) => text);

  it("is read in German although it is kept in English", () => {
    expect(steps.map((text) => stepText(text, german))).toEqual([
      "Beginnt mit 8A, 120,0 BPM; Energie 0\u00a0%",
      "8A → 9A, eine Nachbartonart; +1,5 BPM; mehr Energie",
      "9A, gleiche Tonart; Tempo unbekannt, zählt als halb passend; mehr Energie",
    ]);
  });

  it("stays as it is in English", () => {
    expect(steps.map((text) => stepText(text, ENGLISH))).toEqual(steps);
  });
});
