import { expect, it } from "vitest";
import { SEARCH_GRAMMAR } from "@/lib/language/german/search-grammar";
import { textIn } from "@/lib/language/text";
import { formReason, keyReason, roleReason, tempoReason } from "./reasons";
import type { FitFacts } from "./schema";

const t = textIn("de", SEARCH_GRAMMAR);
const bass: FitFacts = {
  ...{ kind: "loop", seconds: 4, bpm: 120, bpmConfidence: 0.9, keyConfidence: 0.9, beatsPerBar: 4, loopBars: 1 },
  key: { tonic: 9, mode: "minor" },
  roles: { drums: 0, bass: 1, harmony: 0, lead: 0 },
  bands: [1, 0, 0, 0, 0, 0, 0],
};
const german = (reason: { text: string } | null) => reason && t(reason.text);

it("reasons that have been put together are found again in another language", () => {
  const key = (tie: "same" | "relative", semitones: number) =>
    german(keyReason(1, bass, bass, { score: 1, tie, semitones }));
  expect(key("same", 0)).toBe("Gleiche Tonart: 8A");
  expect(key("same", 1)).toBe("Gleiche Tonart: 8A, einen Halbton höher");
  expect(key("relative", -2)).toBe("Parallele Tonart: 8A, 2 Halbtöne tiefer");
  const tempo = (ratio: 1 | 2 | 0.5, stretch: number) =>
    german(tempoReason(1, bass, bass, { score: 1, ratio, stretch }));
  expect(tempo(1, 0)).toBe("Gleiches Tempo: 120.0 BPM");
  expect(tempo(1, 0.031)).toBe("120.0 BPM, 3.1 % schneller zu spielen");
  expect(tempo(2, -0.02)).toBe("120.0 BPM, doppeltes Tempo, 2.0 % langsamer zu spielen");
  expect(german(roleReason(1, bass, bass))).toBe("Auch Bass");
  expect(german(formReason(1, { ...bass, loopBars: 4 }, bass))).toBe("1 Takt neben 4 Takten");
});
