import { markdownTable } from "@/bench/report/markdown-table";
import type { GrowthRow } from "./growth";
import type { CopyResult } from "./recognition";

export interface Findings {
  machine: string;
  date: string;
  files: number;
  /** Different files that were taken for one recording. */
  falseMatches: string[];
  copies: CopyResult[];
  encoder: "used" | "missing";
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

Every file was copied by ffmpeg, looked up by its words among the originals, and confirmed. A copy with less than 110 ms of sound is no promise, and is counted apart. "Wrong" are copies that were taken for another file.${found.encoder === "missing" ? " There was no MP3 encoder here, so nothing was encoded." : ""}

${markdownTable(["copy", "found", "led to by the words", "too short: found", "wrong"], copies)}

${missedLines(found.copies)}## Growth

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
