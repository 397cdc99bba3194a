import { neighbouringKeys, parseKey, type WrittenKey } from "@/lib/music/key-text";
import { type NumberRange, parseLengthRange, parseNumberRange } from "./number-range";
import { type FilterToken, type QueryToken, tokenizeQuery } from "./query-tokens";

/** Longer queries are cut: a pasted document is no search. */
export const QUERY_MAX_LENGTH = 1000;
/** More pieces than anybody types. Further ones are left out, with a problem that says so. */
const MAX_TOKENS = 64;

export const SAMPLE_KINDS = ["one-shot", "loop", "track"] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];
export const SAMPLE_FLAGS = ["favourite", "corrected", "unsure", "failed", "duplicate"] as const;
export type SampleFlag = (typeof SAMPLE_FLAGS)[number];

export type FilterDemand =
  | { name: "bpm" | "lufs" | "len"; ranges: NumberRange[] }
  | { name: "key"; keys: WrittenKey[] }
  | { name: "type"; kind: SampleKind }
  | { name: "tag" | "instrument" | "genre" | "mood" | "in"; text: string }
  | { name: "is"; flag: SampleFlag }
  /** Days, both included, as ISO dates. */
  | { name: "added"; from: string | null; to: string | null };

export type SearchFilter = FilterDemand & { isNegated: boolean; start: number; end: number };

export interface QueryProblem {
  start: number;
  end: number;
  message: string;
}

export interface SearchQuery {
  /** The words, as `websearch_to_tsquery` reads them. */
  text: string;
  filters: SearchFilter[];
  /** What could not be read. The rest of the query still counts. */
  problems: QueryProblem[];
}

type Read = FilterDemand | string;
type Reader = (value: string, token: FilterToken, today: string) => Read;

const BPM_TOLERANCE = 0.5;
const NEAR_BPM_RATIO = 0.04;
/** Tempo counts as the same at half and double: beat trackers and people disagree about it. */
const TEMPO_OCTAVES = [1, 0.5, 2] as const;
const NEAR_LUFS = 1;
const NEAR_LENGTH_RATIO = 0.05;

const READERS: Readonly<Record<string, Reader>> = {
  bpm: readBpm,
  key: readKey,
  type: readKind,
  len: (value) => {
    const read = parseLengthRange(value);
    if (!read) return "A length is written like len:2, len:<500ms, len:1:30 or len:1-4.";
    if (read.kind === "range") return { name: "len", ranges: [{ min: read.min, max: read.max }] };
    return { name: "len", ranges: [around(read.value, read.value * NEAR_LENGTH_RATIO)] };
  },
  lufs: (value) => {
    const read = parseNumberRange(value);
    if (!read) return "A loudness is written like lufs:-14, lufs:>-10 or lufs:-16..-12.";
    if (read.kind === "range") return { name: "lufs", ranges: [{ min: read.min, max: read.max }] };
    return { name: "lufs", ranges: [around(read.value, NEAR_LUFS)] };
  },
  is: readFlag,
  added: readAdded,
  tag: textReader("tag", "tag:drums"),
  instrument: textReader("instrument", "instrument:piano"),
  genre: textReader("genre", "genre:techno"),
  mood: textReader("mood", "mood:calm"),
  in: textReader("in", 'in:"Drums/Kicks"'),
};

export const FILTER_NAMES = Object.keys(READERS);
const NEAR_FILTERS = new Set(["bpm", "key"]);

/**
 * Reads what a person typed into the search box. Never throws: what cannot be read becomes a problem that points at
 * its characters.
 * @param today the ISO date that `added:7d` counts from
 */
export function parseQuery(input: string, today: string): SearchQuery {
  const problems: QueryProblem[] = [];
  const filters: SearchFilter[] = [];
  const words: QueryToken[] = [];
  const query = input.toWellFormed().replaceAll("\0", " ");
  if (query.length > QUERY_MAX_LENGTH) {
    const message = `A search has room for ${QUERY_MAX_LENGTH} characters. The rest is left out.`;
    problems.push({ start: QUERY_MAX_LENGTH, end: query.length, message });
  }
  const tokens = tokenizeQuery(query.slice(0, QUERY_MAX_LENGTH));
  const first = tokens[MAX_TOKENS];
  if (first) problems.push({ start: first.start, end: query.length, message: "That is too much for one search." });
  for (const token of tokens.slice(0, MAX_TOKENS)) {
    if (token.kind === "word") words.push(token);
    else readFilter(token, today, filters, problems);
  }
  return { text: words.map(websearchWord).join(" "), filters, problems };
}

function readFilter(token: FilterToken, today: string, filters: SearchFilter[], problems: QueryProblem[]): void {
  const reader = Object.hasOwn(READERS, token.name) ? READERS[token.name] : undefined;
  const span = { start: token.start, end: token.end };
  if (!reader) {
    problems.push({ ...span, message: `There is no filter ${token.name}:.${suggestion(token.name)}` });
    return;
  }
  if (token.isNear && !NEAR_FILTERS.has(token.name)) {
    problems.push({ ...span, message: "Only ~bpm: and ~key: look for what is near." });
    return;
  }
  const read = reader(token.value, token, today);
  if (typeof read === "string") problems.push({ start: token.valueStart, end: token.end, message: read });
  else filters.push({ ...read, isNegated: token.isNegated, ...span });
}

function readBpm(value: string, token: FilterToken): Read {
  const read = parseNumberRange(value);
  if (!read) return "A tempo is written like bpm:120, bpm:118-124, bpm:>140 or ~bpm:120.";
  if (read.kind === "range") {
    const octaves = token.isNear ? TEMPO_OCTAVES : [1];
    return { name: "bpm", ranges: octaves.map((by) => ({ min: scaled(read.min, by), max: scaled(read.max, by) })) };
  }
  if (read.value <= 0) return "A tempo is more than 0.";
  if (read.isExact && !token.isNear) return { name: "bpm", ranges: [around(read.value, 0.05)] };
  const spread = token.isNear ? read.value * NEAR_BPM_RATIO : BPM_TOLERANCE;
  return { name: "bpm", ranges: TEMPO_OCTAVES.map((by) => around(read.value * by, spread * (token.isNear ? by : 1))) };
}

function readKey(value: string, token: FilterToken): Read {
  const key = parseKey(value);
  if (!key) return "A key is written like key:F#m, key:8A, key:1m or ~key:8A.";
  if (!token.isNear) return { name: "key", keys: [key] };
  const modes = key.mode ? [key.mode] : (["major", "minor"] as const);
  return { name: "key", keys: modes.flatMap((mode) => neighbouringKeys({ tonic: key.tonic, mode })) };
}

function readKind(value: string): Read {
  const word = value.toLowerCase().replace(/[\s_-]/g, "");
  const kind = SAMPLE_KINDS.find((name) => name.replace("-", "") === word.replace(/s$/, ""));
  return kind ? { name: "type", kind } : `A type is ${SAMPLE_KINDS.join(", ")}.`;
}

function readFlag(value: string): Read {
  const word = value.toLowerCase();
  const flag = SAMPLE_FLAGS.find((name) => name === word || (name === "favourite" && word === "favorite"));
  return flag ? { name: "is", flag } : `is: takes ${SAMPLE_FLAGS.join(", ")}.`;
}

const DAY = /^\d{4}-\d{2}(-\d{2})?$/;
const AGO = /^<?(\d{1,4})([dwmy])$/i;
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

function readAdded(value: string, _token: FilterToken, today: string): Read {
  const ago = AGO.exec(value);
  if (ago) {
    const days = Number(ago[1]) * (DAYS[(ago[2] ?? "d").toLowerCase()] ?? 1);
    return { name: "added", from: daysBefore(today, days), to: null };
  }
  const [first = "", second = first] = value.replace(/^[<>]=?/, "").split("..");
  const [from, to] = [dayOf(first, "first"), dayOf(second, "last")];
  if (!from || !to) return "A date is written like added:7d, added:2026-11, added:2026-11-29 or added:>2026-11-01.";
  if (value.startsWith("<")) return { name: "added", from: null, to };
  if (value.startsWith(">")) return { name: "added", from, to: null };
  return { name: "added", from, to };
}

/** The first or last day of a month, or the day itself. Null if there is no such day. */
function dayOf(text: string, end: "first" | "last"): string | null {
  if (!DAY.test(text)) return null;
  const date = new Date(text.length === 7 ? `${text}-01T00:00:00Z` : `${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) return null;
  if (text.length === 7 && end === "last") date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
}

function daysBefore(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

function textReader(name: "tag" | "instrument" | "genre" | "mood" | "in", example: string): Reader {
  return (value) => (value === "" ? `Something is missing here, as in ${example}.` : { name, text: value });
}

const around = (value: number, spread: number): NumberRange => ({ min: value - spread, max: value + spread });
const scaled = (value: number | null, by: number) => (value === null ? null : value * by);

function websearchWord(token: QueryToken): string {
  if (token.kind !== "word") return "";
  return `${token.isNegated ? "-" : ""}${token.isQuoted ? `"${token.text}"` : token.text}`;
}

/** The name that differs least, if it differs in no more than two letters. */
function suggestion(name: string): string {
  const near = FILTER_NAMES.map((known) => ({ known, distance: editDistance(name, known) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)[0];
  return near ? ` Did you mean ${near.known}:?` : ` There are ${FILTER_NAMES.map((known) => `${known}:`).join(" ")}`;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
