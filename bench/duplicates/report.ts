import { markdownTable } from "@/bench/report/markdown-table";
import type { GrowthRow } from "./growth";
import type { NearRow } from "./near";
import type { CopyResult } from "./recognition";

export interface Findings {
  machine: string;
  date: string;
  files: number;
  /** Different files that were taken for one recording. */
  falseMatches: string[];
  copies: CopyResult[];
  encoder: "used" | "missing";
  near: NearRow[];
  growth: GrowthRow[];
}

export function duplicatesReport(found: Findings): string {
  const copies = found.copies.map((row) => [
    row.kind,
    `${row.found} of ${row.copies}`,
    `${row.ledTo} of ${row.copies}`,
    `${row.tooShortFound} of ${row.tooShort}`,
    String(row.wrong.length),
  ]);
  const growth = found.growth.map(({ samples, p50Ms, p95Ms, wordBytes, rowBytes }) => [
    samples.toLocaleString("en"),
    p50Ms.toFixed(1),
    p95Ms.toFixed(1),
    wordBytes.toFixed(0),
    rowBytes.toFixed(0),
  ]);
  return `# Duplicates

\`npm run bench:duplicates\`, ${found.date}, ${found.machine}.

## Recognition

${found.files} files of a labelled folder, each compared with each: ${found.falseMatches.length} pairs of different files were taken for one recording.

Every file was copied by ffmpeg, looked up by its words among the originals, and confirmed. Of a copy with less than 110 ms of sound nothing is promised, and it is counted apart: what is left of two kicks by then is the same sine, and it cannot say which it was. Whoever guessed would report different recordings. "Wrong" are copies that were taken for another file.${found.encoder === "missing" ? " There was no MP3 encoder here, so nothing was encoded." : ""}

${markdownTable(["copy", "found", "led to by the words", "under 110 ms left: found", "wrong"], copies)}

${missedLines(found.copies)}${nearSection(found.near)}## Growth

Time to find the candidates of one sound in a library, in the embedded Postgres, and bytes for each sample: the index of words, and the row with its print. The sounds of the folder are asked about; the library is generated, with some of their words in it.

${markdownTable(["samples", "p50 (ms)", "p95 (ms)", "index (bytes a sample)", "row (bytes a sample)"], growth)}
`;
}

function missedLines(copies: readonly CopyResult[]): string {
  const lines = copies.flatMap(({ kind, missed, wrong }) => [
    ...missed.map((name) => `- ${kind}: ${name} was not found`),
    ...wrong.map((pair) => `- ${kind}: ${pair} is wrong`),
  ]);
  return lines.length > 0 ? `${lines.join("\n")}\n\n` : "";
}

function nearSection(rows: readonly NearRow[]): string {
  if (rows.length === 0) return "";
  const changes = rows[0]?.changes.map(({ name }) => name) ?? [];
  const lines = rows.map((row) => [
    row.group,
    String(row.files),
    `${row.turns.length + row.strangers.length} of ${row.pairs}`,
    String(row.strangers.length),
    ...row.changes.map(({ near, of }) => `${near} of ${of}`),
  ]);
  const listed = rows.flatMap(({ turns, strangers }) => [
    ...strangers.map((pair) => `- ${pair}, of different names`),
    ...turns.map((pair) => `- ${pair}`),
  ]);
  return `## Nearly the same

Different files of a folder, each compared with each as sounds, and every file compared with itself after a change. Pairs "of different names" are not, by their names, the same thing in another turn.

${markdownTable(["folder", "files", "near pairs", "of different names", ...changes], lines)}

${listed.length > 0 ? `${listed.join("\n")}\n\n` : ""}`;
}
