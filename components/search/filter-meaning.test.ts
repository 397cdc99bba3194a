import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { parseQuery } from "@/lib/search-query/parse";
import { filterMeaning } from "./filter-meaning";

const NOW = new Date("2026-11-29T13:30:00Z");
const meaningOf = (text: string) => parseQuery(text, NOW).filters.map((filter) => filterMeaning(filter, ENGLISH));

describe("what a filter means", () => {
  it.each([
    ["bpm:120", "Tempo 119.5 to 120.5 BPM, 59.5 to 60.5 BPM or 239.5 to 240.5 BPM"],
    ["bpm:>=120", "Tempo from 120 BPM"],
    ["-tag:kick,snare", "Not tag kick or snare"],
    ["~key:8A", "Key 8A, 9A, 7A or 8B"],
    ["len:<=500ms", "Length up to 0.5 s"],
    ["lufs:-14..-8", "Loudness −14 to −8 LUFS"],
    ["added:2026-11", "Added 2026-11-01 to 2026-11-30"],
    ["in:drums/kicks", "Folder drums/kicks"],
  ])("%s", (typed, meaning) => {
    expect(meaningOf(typed)).toEqual([meaning]);
  });
});
