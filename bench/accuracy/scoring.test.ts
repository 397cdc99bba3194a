import { expect, it } from "vitest";
import type { LabelledFile } from "@/bench/labels/labelled-file";
import { ScoreBook } from "./score-book";
import { METRICS, scoreAnswer } from "./scoring";

const file: LabelledFile = {
  ...{ path: "synth/a.wav", group: "synth", bpm: 120, tonic: 9, mode: "minor", genre: "house", classes: [] },
  ...{ meter: "4/4", beats: [5, 5.5, 6].map((seconds) => ({ seconds, position: 1 })), steady: true },
};

it("scores what a method answers, counts silence as wrong, and leaves out what it does not measure", () => {
  const book = new ScoreBook();
  scoreAnswer(book, "a", ["all"], file, { bpm: 120.05, key: { tonic: 0, mode: "major" }, beats: [5, 5.5, 6] });
  scoreAnswer(book, "b", ["all"], file, { bpm: 60.02 });
  scoreAnswer(book, "c", ["all"], file, { bpm: null, key: null, beats: [] });
  const scores = (metric: string) => ["a", "b", "c"].map((method) => book.of(metric, method, "all")[0] ?? "none");
  expect(scores(METRICS.acc1)).toEqual([1, 0, 0]);
  expect(scores(METRICS.acc2)).toEqual([1, 1, 0]);
  expect(scores(METRICS.precise)).toEqual([1, "none", "none"]);
  expect(scores(METRICS.key)).toEqual([0, "none", 0]);
  expect(scores(METRICS.mirex)).toEqual([0.3, "none", 0]);
  expect(scores(METRICS.beats)).toEqual([1, "none", 0]);
});
