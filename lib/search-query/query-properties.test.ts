import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completionAt } from "./completion";
import { formatQuery, quoteValue, removeSpan, removeSpans } from "./edit";
import type { ParsedQuery, Span } from "./filter";
import { FILTER_KINDS } from "./filter-table";
import { parseQuery } from "./parse";

const NOW = new Date("2026-11-29T13:30:00Z");

const values = ["120", "=120", "118-124", ">2", "-14--8", "-14..-8", "Am", "C", "8A", "loop", "7d", "2026-11", "x", ""];
const names = FILTER_KINDS.flatMap((kind) => [kind.name, ...kind.aliases]);
const filterText = fc
  .tuple(
    fc.constantFrom("", "-", "~", "-~"),
    fc.constantFrom(...names, "bmp", "zebra"),
    fc.array(fc.oneof(fc.constantFrom(...values), fc.string({ unit: "grapheme", maxLength: 8 }).map(quoteValue)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([sign, name, list]) => `${sign}${name}:${list.join(",")}`);
const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "or",
    "OR",
    "-",
    "~",
    '"',
    '"deep house"',
    "&",
    "<->",
    ":*",
    "\0",
    "\ud800",
    "\udc00",
    "…",
    "“",
    "：",
    ",",
  ),
);
/** What people and machines may type, with everything that the grammar knows in it. */
const typed = fc
  .array(fc.oneof(filterText, noise, fc.constantFrom("kick", "snare", "-clap")), { maxLength: 12 })
  .chain((parts) => fc.constantFrom(" ", "", "  ").map((gap) => parts.join(gap)));

function isInside({ start, end }: Span, text: string): boolean {
  return start >= 0 && start < end && end <= text.length;
}

function meaning({ text, filters }: ParsedQuery) {
  return { text, filters: filters.map(({ span: _span, text: _text, ...rest }) => rest) };
}

describe("any text at all", () => {
  it("is read without an error, with every span inside it and in order", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text, NOW);
        for (const { span } of [...query.filters, ...query.problems]) expect(isInside(span, text)).toBe(true);
        for (const [index, { span }] of query.filters.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(query.filters[index - 1]?.span.end ?? 0);
        }
        for (const filter of query.filters) expect(filter.anyOf.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("has balanced quotation marks and no control characters in its words", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const words = parseQuery(text, NOW).text;
        expect(words.split('"').length % 2).toBe(1);
        expect(words).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same query when it is written out and read again", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text, NOW);
        const again = parseQuery(formatQuery(query), NOW);
        expect(meaning(again)).toEqual(meaning(query));
        expect(formatQuery(again)).toBe(formatQuery(query));
      }),
      { numRuns: 500 },
    );
  });

  it("keeps its words when its filters are removed", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text, NOW);
        const rest = parseQuery(
          removeSpans(
            text,
            query.filters.map((filter) => filter.span),
          ),
          NOW,
        );
        expect(rest.filters).toEqual([]);
        expect(rest.text).toBe(query.text);
      }),
      { numRuns: 500 },
    );
  });

  it("loses one filter and nothing else when one is removed", () => {
    fc.assert(
      fc.property(typed, fc.nat(), (text, pick) => {
        const query = parseQuery(text, NOW);
        const filter = query.filters[pick % Math.max(1, query.filters.length)];
        if (!filter) return;
        const rest = parseQuery(removeSpan(text, filter.span).text, NOW);
        const others = { ...query, filters: query.filters.filter((other) => other !== filter) };
        expect(meaning(rest)).toEqual(meaning(others));
      }),
      { numRuns: 500 },
    );
  });

  it("has something to complete at every caret, and its span holds the caret", () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: -2, max: 200 }), (text, caret) => {
        const { span, typed: begun } = completionAt(text, caret);
        const here = Math.max(0, Math.min(caret, text.length));
        expect(span.start).toBeLessThanOrEqual(here);
        expect(span.end).toBeGreaterThanOrEqual(here);
        expect(begun.length).toBeLessThanOrEqual(here - span.start);
      }),
      { numRuns: 500 },
    );
  });
});

describe("long text", () => {
  it.each([
    ['"', 10_000],
    ["bpm:1,", 3000],
    ["lufs:-", 3000],
    ["tag:".repeat(200), 20],
    ["- ", 5000],
    ["\ud83e\udd41", 5000],
  ])("of many %s is read at once", (piece, times) => {
    const text = piece.repeat(times);
    const query = parseQuery(text, NOW);
    expect(query.problems.length).toBeGreaterThan(0);
    expect(completionAt(text, text.length).span.end).toBe(text.length);
  });
});
