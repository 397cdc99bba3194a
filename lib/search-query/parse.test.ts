import { describe, expect, it } from "vitest";
import type { NumberRange } from "./filter";
import { parseQuery } from "./parse";

const NOW = new Date("2026-11-29T13:30:00Z");
const DAY = 86_400_000;

/** The only filter of a query without problems. */
function filterOf(text: string) {
  const query = parseQuery(text, NOW);
  expect(query.problems).toEqual([]);
  expect(query.filters).toHaveLength(1);
  return query.filters[0];
}

function rangesOf(text: string): NumberRange[] {
  const filter = filterOf(text);
  return filter?.kind === "range" ? filter.anyOf : [];
}

const labelsOf = (text: string) => {
  const filter = filterOf(text);
  return filter?.kind === "facet" ? filter.anyOf : [];
};

const infinity = Number.POSITIVE_INFINITY;

describe("words of a query", () => {
  it.each([
    ["deep kick", "deep kick"],
    ['  "deep house"  -clap ', '"deep house" -clap'],
    ["kick OR snare", "kick or snare"],
    ["“deep house” –clap", '"deep house" -clap'],
    ["ｋｉｃｋ　ｂｐｍ：１２０", "kick"],
    ["Größe 日本 🥁", "Größe 日本 🥁"],
    ['"or" kick', '"or" kick'],
    ["kick bpm:120 or snare", "kick or snare"],
    ["~kick", "kick"],
    ["& | ! ( <-> :*", ""],
    ["- -- ~", ""],
    ["12:30", "12:30"],
    ['""', ""],
    ["'; drop table samples; --", "drop table samples;"],
    ["", ""],
  ])("%s", (typed, words) => {
    expect(parseQuery(typed, NOW).text).toBe(words);
  });
});

describe("tempos", () => {
  it("are looked for at half and double as well", () => {
    expect(rangesOf("bpm:120")).toEqual([
      { min: 119.5, max: 120.5 },
      { min: 59.5, max: 60.5 },
      { min: 239.5, max: 240.5 },
    ]);
    expect(rangesOf("~bpm:100")).toEqual([
      { min: 96, max: 104 },
      { min: 48, max: 52 },
      { min: 192, max: 208 },
    ]);
  });

  it.each([
    ["bpm:=120", [{ min: 119.95, max: 120.05 }]],
    ["bpm:118-124", [{ min: 118, max: 124 }]],
    ["bpm:124..118", [{ min: 118, max: 124 }]],
    ["tempo:118–124", [{ min: 118, max: 124 }]],
    ["bpm:>=120", [{ min: 120, max: infinity }]],
    ["bpm:<=90bpm", [{ min: -infinity, max: 90 }]],
    ["bpm:118..", [{ min: 118, max: infinity }]],
    [
      "bpm:118-120,=140",
      [
        { min: 118, max: 120 },
        { min: 139.95, max: 140.05 },
      ],
    ],
  ])("%s", (typed, ranges) => {
    expect(rangesOf(typed)).toEqual(ranges);
  });

  it("above one do not include it", () => {
    const [range] = rangesOf("bpm:>120");
    expect(range?.min).toBeGreaterThan(120);
    expect(range?.min).toBeLessThan(120.000001);
  });
});

describe("keys", () => {
  it.each([
    ["key:Am", ["8A"]],
    ['key:"F# minor"', ["11A"]],
    ["key:8a", ["8A"]],
    ["key:1m", ["8A"]],
    ["key:C", ["8B", "5A"]],
    ["key:Am,8A,C#maj", ["8A", "3B"]],
    ["~key:8A", ["8A", "9A", "7A", "8B"]],
  ])("%s", (typed, keys) => {
    expect(labelsOf(typed)).toEqual(keys);
  });
});

describe("lengths, levels and dates", () => {
  it.each([
    ["len:1-4s", [{ min: 1, max: 4 }]],
    ["len:200-500ms", [{ min: 0.2, max: 0.5 }]],
    ["len:0:30..1:30", [{ min: 30, max: 90 }]],
    ["len:<=2min", [{ min: -infinity, max: 120 }]],
    ["len:500ms", [{ min: 0.475, max: 0.525 }]],
    ["lufs:-14..-8", [{ min: -14, max: -8 }]],
    ["lufs:-14--8", [{ min: -14, max: -8 }]],
    ["lufs:−14−−8", [{ min: -14, max: -8 }]],
    ["lufs:>=-10", [{ min: -10, max: infinity }]],
    ["lufs:-14", [{ min: -14.5, max: -13.5 }]],
    ["added:today", [{ min: Date.UTC(2026, 10, 29), max: Date.UTC(2026, 10, 30) }]],
    ["added:yesterday", [{ min: Date.UTC(2026, 10, 28), max: Date.UTC(2026, 10, 29) }]],
    ["added:7d", [{ min: NOW.getTime() - 7 * DAY, max: infinity }]],
    ["added:>7d", [{ min: -infinity, max: NOW.getTime() - 7 * DAY }]],
    ["added:2026-11", [{ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 11, 1) }]],
    ["added:2026-01-15", [{ min: Date.UTC(2026, 0, 15), max: Date.UTC(2026, 0, 16) }]],
    ["added:>2026-01-15", [{ min: Date.UTC(2026, 0, 16), max: infinity }]],
    ["added:2026-01..2026-03", [{ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 3, 1) }]],
    ["added:2025", [{ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 0, 1) }]],
  ])("%s", (typed, ranges) => {
    const found = rangesOf(typed);
    expect(found).toHaveLength(ranges.length);
    for (const [index, { min, max }] of ranges.entries()) {
      expect(found[index]?.min).toBeCloseTo(min, 3);
      expect(found[index]?.max).toBeCloseTo(max, 3);
    }
  });
});

describe("labels", () => {
  it.each([
    ["type:oneshot,Loop", ["one-shot", "loop"]],
    ["tag:kick,SNARE", ["kick", "snare"]],
    ['tag:" Deep House",kick', ["deep house", "kick"]],
    ["-mood:dark", ["dark"]],
    ["is:favorite", ["favourite"]],
    ["in:/Drums\\Kicks/", ["drums/kicks"]],
    ['in:"My Kicks/808"', ["my kicks/808"]],
    ["genre:techno", ["techno"]],
    ["instrument:piano,", ["piano"]],
  ])("%s", (typed, labels) => {
    expect(labelsOf(typed)).toEqual(labels);
  });

  it("are negated by a minus", () => {
    expect(filterOf("-tag:kick")).toMatchObject({ isNegated: true, text: "-tag:kick", span: { start: 0, end: 9 } });
    expect(filterOf("-~key:8A")).toMatchObject({ isNegated: true, anyOf: ["8A", "9A", "7A", "8B"] });
  });
});

describe("problems of a query", () => {
  it.each([
    ["kick bpm:fast", "fast", "A tempo is a number of beats a minute, such as bpm:120 or bpm:118-124."],
    ["bpm:120,x", "x", "A tempo is a number of beats a minute, such as bpm:120 or bpm:118-124."],
    ["bpm:-5", "-5", "A tempo is a number of beats a minute, such as bpm:120 or bpm:118-124."],
    ["tag: kick", "tag:", 'A tag is a word or words in quotation marks, such as tag:kick or tag:"deep house".'],
    ["bmp:120", "bmp:", 'There is no filter "bmp:". Did you mean "bpm:"?'],
    ["Instument:piano", "Instument:", 'There is no filter "Instument:". Did you mean "instrument:"?'],
    ["zebra:1", "zebra:", 'There is no filter "zebra:". It is searched as words.'],
    ["type:song", "song", "A type is loop, one-shot or track."],
    [
      "added:2026-02-30",
      "2026-02-30",
      "A date is a day, a month or an age, such as added:today, added:2026-11 or added:7d.",
    ],
    ['kick "deep', '"', "This quotation mark is not closed."],
    ["bpm:120 or key:8A", "or", 'An "or" stands between two words. Several values of a filter have commas: key:8A,9A.'],
    ["~tag:kick", "~tag:", 'The sign ~ stands before bpm: and key: only. "tag:" is taken without it.'],
  ])("%s", (typed, marked, message) => {
    const [problem, ...others] = parseQuery(typed, NOW).problems;
    expect(others).toEqual([]);
    expect(problem?.message).toBe(message);
    expect(typed.slice(problem?.span.start, problem?.span.end)).toBe(marked);
  });

  it("leave the rest of the query as it is", () => {
    expect(parseQuery("kick bmp:120 key:8A,H tag:x", NOW)).toMatchObject({
      text: "kick bmp 120",
      filters: [{ anyOf: ["8A"] }, { anyOf: ["x"] }],
    });
  });

  it("say where it gets too long", () => {
    const long = parseQuery("kick ".repeat(2000), NOW);
    expect(long.problems.map((problem) => problem.message)).toEqual([
      "A search has at most 1,000 characters. The rest is left out.",
      "A search has at most 64 words and filters. The rest is left out.",
    ]);
    expect(long.text.split(" ")).toHaveLength(64);
  });
});
