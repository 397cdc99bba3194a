import { expect, it } from "vitest";
import { ScoreBook } from "./score-book";

it("shows each method's share and interval by group, the best in bold, and how many files each group has", () => {
  const book = new ScoreBook();
  for (const right of [1, 1, 1, 0]) book.add("Tempo", "ours", ["loops", "all"], right);
  for (const right of [1, 0, 0]) book.add("Tempo", "theirs", ["loops", "all"], right);
  book.add("Tempo", "theirs", ["synth", "all"], 1);
  expect(book.table("Tempo", ["synth", "loops", "nothing", "all"]).split("\n")).toEqual([
    "| method | synth (1) | loops (4) | all (4) |",
    "| --- | --- | --- | --- |",
    "| ours | – | **75 (30–95)** | **75 (30–95)** |",
    "| theirs | **100 (21–100)** | 33 (6–79) | 50 (15–85) |",
  ]);
});
