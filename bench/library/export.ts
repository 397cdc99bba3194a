import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import { TABLE_FORMATS, type TableFormat } from "@/lib/downloads/schema";
import type { Figure, LibraryBench, Section, SectionReport } from "./section";

const FIRST_BYTE_MS = 200;
const HELD_MB = 50;
const REPEATS = 10;
const MEGABYTE = 1024 ** 2;
/** Looking takes longer than streaming. */
const LOOKED_AT_EVERY = 40;

setFlagsFromString("--expose-gc");
const collectRubbish = runInNewContext("gc") as () => void;

interface Streamed {
  firstByteMs: number;
  seconds: number;
  rows: number;
  megabytes: number;
  /** The most that was in use at any portion, over what was before. */
  heldMegabytes: number;
}

/** Reads a whole table as somebody saves it. What is held is looked at now and then, with the rubbish collected. */
async function stream({ caller }: LibraryBench, format: TableFormat, isWhole: boolean): Promise<Streamed> {
  collectRubbish();
  const before = process.memoryUsage();
  const startedAt = performance.now();
  const answer = await caller.open(`/downloads/table`, { q: "", format });
  let firstByteMs = Number.NaN;
  const found = { rows: 0, bytes: 0, held: 0, chunks: 0 };
  for await (const chunk of answer.body ?? []) {
    if (Number.isNaN(firstByteMs)) firstByteMs = performance.now() - startedAt;
    found.bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) found.rows += 1;
    if (!isWhole && found.rows > 1) break;
    found.chunks += 1;
    if (found.chunks % LOOKED_AT_EVERY !== 0) continue;
    collectRubbish();
    const now = process.memoryUsage();
    found.held = Math.max(found.held, now.heapUsed - before.heapUsed + now.external - before.external);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    firstByteMs,
    seconds,
    rows: found.rows,
    megabytes: found.bytes / MEGABYTE,
    heldMegabytes: found.held / MEGABYTE,
  };
}

async function measure(bench: LibraryBench): Promise<SectionReport> {
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const format of TABLE_FORMATS) {
    const first: number[] = [];
    for (let i = 0; i < REPEATS; i++) first.push((await stream(bench, format, false)).firstByteMs);
    const whole = await stream(bench, format, true);
    const p95 = quantile(first, 0.95);
    figures.push({ what: `first byte of ${format}`, measured: p95, target: FIRST_BYTE_MS, unit: "ms" });
    figures.push({ what: `held for ${format}`, measured: whole.heldMegabytes, target: HELD_MB, unit: "MB" });
    const figuresOf = [
      p95.toFixed(0),
      whole.heldMegabytes.toFixed(1),
      whole.seconds.toFixed(1),
      whole.megabytes.toFixed(1),
    ];
    rows.push([format, whole.rows.toLocaleString("en-GB"), ...figuresOf]);
  }
  const head = ["", "lines", "first byte (ms, p95)", "held (MB)", "whole (s)", "size (MB)"];
  return { text: markdownTable(head, rows), figures };
}

/** Tables of everything that somebody has. */
export const exportSection: Section = { name: "export", title: "Export", measure };
