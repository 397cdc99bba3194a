import { expect, it } from "vitest";
import { readCorpus } from "@/bench/fuzz/corpus";
import { bytesOfCase } from "@/bench/fuzz/fuzz-case";
import { fuzz } from "@/bench/fuzz/fuzz-run";

// The first few of the two thousand cases of `npm run bench:fuzz`.

const corpus = readCorpus(process.cwd());
const numbers = Array.from({ length: 24 }, (_, index) => index);

it("damaged files each end in a plausible analysis or a typed error, and leave nothing behind", {
  timeout: 300_000,
}, async () => {
  const { cases, faults } = await fuzz({ corpus, seed: 2026, numbers });
  expect(cases.flatMap(({ number, faults: wrong }) => wrong.map((fault) => `case ${number}: ${fault}`))).toEqual([]);
  expect(faults).toEqual([]);
  const outcomes = new Set(cases.map(({ outcome }) => outcome));
  expect(outcomes).toContain("analysed");
  expect(outcomes).toContain("damaged_file");
});

it("a case always has the same bytes, whatever ran before it", () => {
  const first = bytesOfCase(corpus, 2026, 41);
  bytesOfCase(corpus, 2026, 40);
  const again = bytesOfCase(corpus, 2026, 41);
  expect(again.recipe).toEqual(first.recipe);
  expect(again.bytes.equals(first.bytes)).toBe(true);
  expect(again.bytes.equals(bytesOfCase(corpus, 2027, 41).bytes)).toBe(false);
});
