import { expect, it } from "vitest";
import { leftOutSentences } from "@/lib/analysis/record/left-out";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { GERMAN } from "@/lib/language/german/studio";
import { textIn } from "@/lib/language/text";
import { correctionSentences } from "./effective-sound";
import { loudnessRows } from "./measured-rows";

const t = textIn("de", GERMAN);

it("a value's name keeps its capital letter where several stand together, and numbers have a comma", () => {
  const loudness = {
    ...{ integratedLufs: null, rangeLu: null, ungatedLufs: -14.25, truePeakDbtp: -0.5 },
    ...{ shortTermMaxLufs: null, momentaryMaxLufs: null },
  } as AnalysisRecord["loudness"];
  const rows = loudnessRows(loudness, t);
  expect(rows[0]?.name).toBe("Integriert, Umfang, Kurzzeit-Maximum, Momentan-Maximum");
  expect(rows[0]?.reason).toBe("Die Datei ist zu kurz oder zu leise, um das zu messen.");
  expect(rows.at(-1)?.value).toBe("−0,5 dBTP");
});

it("a correction is one German sentence for each case", () => {
  const record = { tempo: { bpm: 70 }, kind: { label: "loop" }, notApplicable: {} } as unknown as AnalysisRecord;
  const said = { by: { isYou: true as const, name: "Ada" }, at: "2026-05-14T09:05:00.000Z" };
  const corrections = {
    bpm: { value: 140, ...said },
    key: null,
    kind: { value: "track" as const, by: null, at: said.at },
    grid: { value: { shiftBeats: 1, offsetMs: -10 }, ...said },
  };
  const sentences = correctionSentences(record, corrections as never, "musical", t);
  expect(sentences).toHaveLength(3);
  expect(sentences[0]).toMatch(/^Gemessen: 70,0 BPM\. Am 14\. Mai 2026 von dir korrigiert zu 140,0 BPM\.$/);
  expect(sentences[1]).toContain("Gemessen: Loop. Am");
  expect(sentences[1]).toContain("von einem früheren Konto korrigiert zu Track.");
  expect(sentences[2]).toContain("verschoben: +1 Schlag und −10 ms.");
});

it("what was left out is told with the numbers of the language", () => {
  const part = { reason: "other_track" as const, startSeconds: 0, seconds: 1.5 };
  expect(leftOutSentences([part, part, part, part], t).at(-1)).toBe("1 weiterer Teil wurde ausgelassen.");
  expect(leftOutSentences([part], t)).toEqual([
    "Die Datei hat eine weitere Tonspur von 1,50 s. Nur die erste wurde gemessen.",
  ]);
});
