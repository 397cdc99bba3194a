import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pitchClassNamed } from "./pitch-classes";

/** One file of a `labels.csv`; what is null has no label and is not scored. */
export type LabelledFile = {
  path: string;
  /** Its folder. Loops are grouped by length when they are scored. */
  group: string;
  bpm: number | null;
  tonic: number | null;
  mode: "major" | "minor" | null;
  genre: string;
  /** Instruments, or the class of a single sound. */
  classes: string[];
  meter: "3/4" | "4/4" | "6/8" | null;
  /** When the beats fall, and their places in the bar from 1. */
  beats: { seconds: number; position: number }[] | null;
  /** Whether the tempo is exact and steady, so that hundredths of a beat count. */
  steady: boolean;
};

const METERS = ["3/4", "4/4", "6/8"] as const;

/** The files that `folder/labels.csv` lists. Throws if there is no such file. */
export function readLabels(folder: string): LabelledFile[] {
  const [head, ...rows] = readFileSync(join(folder, "labels.csv"), "utf8").trimEnd().split(/\r?\n/).map(fields);
  const column = (row: string[], name: string) => row[head?.indexOf(name) ?? -1] ?? "";
  return rows.map((row) => {
    const mode = column(row, "mode");
    const path = column(row, "path");
    return {
      path: join(folder, path),
      group: path.split("/")[0] ?? "",
      bpm: Number(column(row, "bpm")) || null,
      tonic: pitchClassNamed(column(row, "key")),
      mode: mode === "major" || mode === "minor" ? mode : null,
      genre: column(row, "genre"),
      classes: column(row, "classes").split("|").filter(Boolean),
      meter: METERS.find((meter) => meter === column(row, "meter")) ?? null,
      beats: readBeats(folder, column(row, "beats")),
      steady: /\bdrift=0(\s|$)/.test(column(row, "notes")),
    };
  });
}

/** Beats from lines of seconds, TAB and position; null without a file. */
function readBeats(folder: string, path: string): LabelledFile["beats"] {
  if (path === "") return null;
  const lines = readFileSync(join(folder, path), "utf8").trimEnd().split(/\r?\n/);
  return lines.map((line) => {
    const [seconds, position] = line.split("\t").map(Number);
    return { seconds: seconds ?? 0, position: position ?? 1 };
  });
}

/** Comma-separated fields, quoted where they hold a comma. */
function fields(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)]
    .map(([, field = ""]) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
    .slice(0, -1);
}
