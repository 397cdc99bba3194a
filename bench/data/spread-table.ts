import { readFileSync } from "node:fs";
import { markdownTable } from "@/bench/report/markdown-table";
import { ASPECTS, type Aspect } from "@/lib/similarity/schema";
import { generateLibrary } from "./library";

type Sound = { kind: string; vectors: Record<Aspect, readonly number[]> };

interface AnalyzedLine {
  ok: boolean;
  kind: { label: string } | null;
  embedding: Sound["vectors"] | null;
}

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];

/**
 * How cosines lie among real sounds and among as many generated ones of the same kinds, as a table in Markdown.
 * @param file what `samplemind analyze --json` has printed.
 */
export function spreadTable(file: string): string {
  const real = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => soundOf(JSON.parse(line)));
  const columns = { real, generated: generatedLike(real) };
  const rows = Object.entries(columns).flatMap(([name, sounds]) => [
    ...ASPECTS.flatMap((aspect) => statistics(sounds, [aspect]).map(([what, text]) => [aspect, what, name, text])),
    ...statistics(sounds, ASPECTS).map(([what, text]) => ["together", what, name, text]),
    ...neighbourOverlaps(sounds).map(([pair, text]) => [pair, "neighbours in common of 10", name, text]),
  ]);
  const sorted = rows.sort((a, b) => `${a[0]} ${a[1]}`.localeCompare(`${b[0]} ${b[1]}`));
  return markdownTable(["aspect", "cosine of", "sounds", "5, 25, 50, 75, 95 %"], sorted as string[][]);
}

function soundOf(line: AnalyzedLine): Sound[] {
  return line.ok && line.embedding ? [{ kind: line.kind?.label ?? "", vectors: line.embedding }] : [];
}

/** As many of each kind, from several packs. */
function generatedLike(real: readonly Sound[]): Sound[] {
  const wanted = new Map<string, number>();
  for (const { kind } of real) wanted.set(kind, (wanted.get(kind) ?? 0) + 1);
  const found: Sound[] = [];
  let position = 0;
  for (const { record, sound } of generateLibrary({ rows: 20_000, seed: 1, spread: "alike" })) {
    // Few of a series, as in a folder that shows many sounds.
    if (position++ % 20 >= 2 || !record?.embedding) continue;
    const left = wanted.get(sound.soundClass.kind) ?? 0;
    if (left === 0) continue;
    wanted.set(sound.soundClass.kind, left - 1);
    found.push({ kind: sound.soundClass.kind, vectors: record.embedding });
  }
  return found;
}

function cosines(sounds: readonly Sound[], aspects: readonly Aspect[]): number[][] {
  return sounds.map((a) =>
    sounds.map(
      (b) => aspects.reduce((sum, aspect) => sum + dot(a.vectors[aspect], b.vectors[aspect]), 0) / aspects.length,
    ),
  );
}

function statistics(sounds: readonly Sound[], aspects: readonly Aspect[]): [string, string][] {
  const table = cosines(sounds, aspects);
  const pairs = table.flatMap((row, i) => row.slice(i + 1));
  const sorted = table.map((row, i) => row.filter((_, j) => j !== i).sort((a, b) => b - a));
  return [
    ["all pairs", quantileText(pairs)],
    ["nearest", quantileText(sorted.map((row) => row[0] as number))],
    ["tenth nearest", quantileText(sorted.map((row) => row[9] as number))],
  ];
}

function neighbourOverlaps(sounds: readonly Sound[]): [string, string][] {
  const tops = new Map(ASPECTS.map((aspect) => [aspect, cosines(sounds, [aspect]).map(tenNearest)]));
  const pairs = [
    ["timbre", "rhythm"],
    ["timbre", "harmony"],
    ["rhythm", "harmony"],
  ] as const;
  return pairs.map(([a, b]) => {
    const shared = sounds.map((_, i) => (tops.get(a)?.[i] ?? []).filter((j) => tops.get(b)?.[i]?.includes(j)).length);
    return [`${a}, ${b}`, (shared.reduce((sum, count) => sum + count, 0) / sounds.length).toFixed(2)];
  });
}

function tenNearest(row: readonly number[], self: number): number[] {
  return row
    .map((cosine, index) => ({ cosine, index }))
    .filter(({ index }) => index !== self)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, 10)
    .map(({ index }) => index);
}

function quantileText(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return QUANTILES.map((share) => (sorted[Math.floor(share * (sorted.length - 1))] as number).toFixed(2)).join(", ");
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
