import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "./query";

const TODAY = "2026-03-15";
const parse = (query: string) => parseQuery(query, TODAY);
const demands = (query: string) => parse(query).filters.map(({ start, end, isNegated, ...demand }) => demand);

describe("a search query", () => {
  it("keeps words, phrases and negations for the text search", () => {
    expect(parse('deep "late night" -vocal kick')).toEqual({
      text: 'deep "late night" -vocal kick',
      filters: [],
      problems: [],
    });
  });

  it("takes filters out of the text, wherever they stand", () => {
    const query = parse("~key:8A bpm:120-126 type:loop kick");
    expect(query.text).toBe("kick");
    expect(query.filters.map(({ name }) => name)).toEqual(["key", "bpm", "type"]);
    expect(query.problems).toEqual([]);
  });

  it("counts half and double tempo as the same, unless asked for the exact one", () => {
    expect(demands("bpm:120")).toEqual([
      {
        name: "bpm",
        ranges: [
          { min: 119.5, max: 120.5 },
          { min: 59.5, max: 60.5 },
          { min: 239.5, max: 240.5 },
        ],
      },
    ]);
    expect(demands("bpm:=120")).toEqual([{ name: "bpm", ranges: [{ min: 119.95, max: 120.05 }] }]);
    expect(demands("bpm:124-118")).toEqual([{ name: "bpm", ranges: [{ min: 118, max: 124 }] }]);
    expect(demands("bpm:>140")).toEqual([{ name: "bpm", ranges: [{ min: 140, max: null }] }]);
  });

  it("reads near as 4 % of tempo, and as the neighbours of a key", () => {
    const [near] = demands("~bpm:100");
    expect(near).toEqual({
      name: "bpm",
      ranges: [
        { min: 96, max: 104 },
        { min: 48, max: 52 },
        { min: 192, max: 208 },
      ],
    });
    expect(demands("~key:Am")).toEqual([
      {
        name: "key",
        keys: [
          { tonic: 9, mode: "minor" },
          { tonic: 4, mode: "minor" },
          { tonic: 2, mode: "minor" },
          { tonic: 0, mode: "major" },
        ],
      },
    ]);
  });

  it("reads lengths with units and clock times", () => {
    expect(demands("len:<500ms")).toEqual([{ name: "len", ranges: [{ min: null, max: 0.5 }] }]);
    expect(demands("len:1:30-2:00")).toEqual([{ name: "len", ranges: [{ min: 90, max: 120 }] }]);
    expect(demands("len:2-4m")).toEqual([{ name: "len", ranges: [{ min: 120, max: 240 }] }]);
    expect(demands("lufs:-16..-12")).toEqual([{ name: "lufs", ranges: [{ min: -16, max: -12 }] }]);
  });

  it("reads days, months and ages", () => {
    expect(demands("added:7d")).toEqual([{ name: "added", from: "2026-03-08", to: null }]);
    expect(demands("added:2026-02")).toEqual([{ name: "added", from: "2026-02-01", to: "2026-02-28" }]);
    expect(demands("added:<2026-01-31")).toEqual([{ name: "added", from: null, to: "2026-01-31" }]);
  });

  it("negates a filter, and takes quoted values", () => {
    expect(parse('-tag:"late night"').filters).toMatchObject([{ name: "tag", text: "late night", isNegated: true }]);
    expect(demands('in:"Drums/Kicks 808"')).toEqual([{ name: "in", text: "Drums/Kicks 808" }]);
  });

  it("points at the characters that it cannot read, and keeps the rest", () => {
    const query = parse("kick bpm:fast key:8A");
    expect(query.problems).toEqual([{ start: 9, end: 13, message: expect.stringContaining("bpm:118-124") }]);
    expect(query.text).toBe("kick");
    expect(query.filters).toHaveLength(1);
    expect(parse("added:2026-02-30").problems).toHaveLength(1);
  });

  it("suggests the filter that was meant", () => {
    expect(parse("bmp:120").problems[0]?.message).toContain("Did you mean bpm:?");
    expect(parse("constructor:1").problems).toHaveLength(1);
  });

  it("reads anything at all without failing, and points only inside the query", () => {
    const pieces = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"', "-", "~", "bpm:", "key:", "len:", ":", " ", "\0", "added:"),
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const query = parts.join("");
        const { problems, filters } = parse(query);
        for (const { start, end } of [...problems, ...filters]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(Math.max(query.length, start));
        }
      }),
    );
    expect(parse("kick ".repeat(2000)).problems.length).toBeGreaterThan(0);
  });
});
