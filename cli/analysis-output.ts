import type { FileTags } from "@/lib/analysis/file-tags/schema";
import type { AnalysisFailure } from "@/lib/analysis/record/failures";
import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import { leftOutSentences } from "@/lib/analysis/record/left-out";
import { VALUE_NAMES, type ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { AnalysisResult } from "@/lib/analysis/worker/worker-protocol";
import { isClaimed } from "@/lib/format/confidence";
import type { PluginOutcome } from "@/lib/plugins/enabled";

/** The outcome for one file. */
export type FileOutcome =
  | (FileName & { ok: true; result: AnalysisResult; fileTags?: FileTags | null | undefined; plugins?: PluginOutcome })
  | (FileName & { ok: false; failure: AnalysisFailure });

interface FileName {
  file: string;
  /** Its bytes, if they are not UTF-8. */
  fileBytes?: Buffer;
}

/** One line of `--json`. What `--only` leaves out is absent; what does not apply is null and has a reason. */
export function jsonLine(outcome: FileOutcome, only: readonly ValueName[] | undefined): string {
  const { ok } = outcome;
  // Hexadecimal, because the escapes in the name could also be a name.
  const file = { file: outcome.file, ...(outcome.fileBytes && { fileBytes: outcome.fileBytes.toString("hex") }) };
  if (!ok) {
    const { code, message, found } = outcome.failure;
    return JSON.stringify({ ...file, ok, error: { code, message, ...(found && { found }) } });
  }
  const { record, analysisSeconds } = outcome.result;
  const wanted = (name: ValueName) => only === undefined || only.includes(name);
  const measured = Object.fromEntries(
    VALUE_NAMES.filter(wanted).map((name) => [printedName(name), printed(record, name)]),
  );
  return JSON.stringify({
    ...file,
    ok,
    durationSeconds: record.durationSeconds,
    sampleRateHz: record.sampleRateHz,
    channels: record.channels,
    container: record.container,
    codec: record.codec,
    partial: record.partial ?? [],
    ...measured,
    ...(wanted("description") && { tags: record.tags }),
    notApplicable: Object.fromEntries(Object.entries(record.notApplicable).map(([n, why]) => [printedName(n), why])),
    analyserVersion: record.analyserVersion,
    ...(outcome.fileTags !== undefined && { fileTags: outcome.fileTags }),
    ...(outcome.plugins && { plugins: { ...outcome.plugins.results, notes: outcome.plugins.notes } }),
    analysisSeconds: Math.round(analysisSeconds * 1000) / 1000,
  });
}

/** The field in which a value is printed. Tuning has its unit in the name, because only its cents are printed. */
const printedName = (name: string) => (name === "tuning" ? "tuningCents" : name);

/** The record's value, with the short names for times that scripts expect. */
function printed(record: AnalysisRecord, name: ValueName): unknown {
  if (name === "sections" || name === "chords") return record[name]?.map(printedSpan) ?? null;
  if (name === "keyChanges") {
    return record.keyChanges?.map(({ startSeconds, ...key }) => ({ start: startSeconds, ...key })) ?? null;
  }
  return name === "tuning" ? (record.tuning?.cents ?? null) : record[name];
}

function printedSpan({ startSeconds, endSeconds, label }: { startSeconds: number; endSeconds: number; label: string }) {
  return { start: startSeconds, end: endSeconds, label };
}

const FILE_WIDTH = 44;
/** How many instruments a row shows. */
const HEARD_MAX = 4;

export const TABLE_HEAD = `${"File".padEnd(FILE_WIDTH)}  ${"Length".padStart(8)}  ${"BPM".padStart(7)}  ${"Key".padEnd(14)}  ${"LUFS".padStart(6)}  ${"dBTP".padStart(6)}  Heard`;
export const TABLE_NOTE = `"?" marks a guess; "–" does not apply to this sound; "~" is the loudness of a sound under 0.4 s, without a gate.`;

/** One row of the table for people. */
export function tableRow(outcome: FileOutcome): string {
  const name = fitted(printable(outcome.file), FILE_WIDTH);
  if (!outcome.ok) return `${name}  ${outcome.failure.message}`;
  const { record } = outcome.result;
  const { durationSeconds, tempo, loudness, instruments } = record;
  const cells = [
    clock(durationSeconds).padStart(8),
    (tempo ? tempo.bpm.toFixed(1) + mark(tempo.confidence) : "–").padStart(7),
    keyCell(record).padEnd(14),
    loudnessCell(loudness).padStart(6),
    level(loudness.truePeakDbtp).padStart(6),
    instruments
      ?.slice(0, HEARD_MAX)
      .map(({ label, confidence }) => label + mark(confidence))
      .join(", ") || "–",
  ];
  const notes = leftOutSentences(outcome.result.record.partial).map((sentence) => `\n    ${sentence}`);
  return [name, ...cells].join("  ") + notes.join("");
}

function keyCell(record: AnalysisRecord): string {
  const heard = keyOrNote(record);
  if (heard.has === "note") return `note ${heard.pitch.note}${mark(heard.pitch.confidence)}`;
  if (heard.has === "neither") return "–";
  const { tonic, mode, camelot, confidence } = heard.key;
  return `${tonic} ${mode} ${camelot}${mark(confidence)}`;
}

function mark(confidence: number): string {
  return isClaimed({ confidence }) ? "" : "?";
}

function loudnessCell({ integratedLufs, ungatedLufs = null }: AnalysisRecord["loudness"]): string {
  if (integratedLufs !== null || ungatedLufs === null) return level(integratedLufs);
  return `~${level(ungatedLufs)}`;
}

function level(decibels: number | null): string {
  return decibels === null ? "–" : decibels.toFixed(1);
}

/** 0.35 s, 3:05.2, 1:02:05 */
export function clock(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds - minutes * 60;
  if (minutes < 60) return `${minutes}:${(Math.floor(rest * 10) / 10).toFixed(1).padStart(4, "0")}`;
  const clockMinutes = String(minutes % 60).padStart(2, "0");
  return `${Math.floor(minutes / 60)}:${clockMinutes}:${String(Math.floor(rest)).padStart(2, "0")}`;
}

/** A file name may contain control characters, which the terminal must not execute. */
function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, "\u{fffd}");
}

/** Keeps the end of a path, which says more than its beginning. */
function fitted(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text + " ".repeat(width - characters.length);
  return `…${characters.slice(1 - width).join("")}`;
}
