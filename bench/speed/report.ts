import { markdownTable } from "@/bench/report/markdown-table";
import type { StraightLine } from "@/bench/statistics/straight-line";
import type { Stage } from "./stages-child";

export type FormatRow = {
  format: string;
  audioSeconds: number;
  plain: number;
  pictures: number | null;
  peakBytes: number;
};
export type SpeedFindings = {
  setting: { machine: string; date: string; pinned: boolean; track: number; essentia: string | null };
  formats: FormatRow[];
  stages: Record<Stage, number>;
  groups: { name: string; aloneSeconds: number; savedSeconds: number }[];
  growth: { points: { x: number; y: number; peakBytes: number }[]; line: StraightLine };
  parallel: { workers: number; files: number; audioSeconds: number; seconds: number }[];
  beside: { ours: number; oursSame: number; theirs: number }[];
};

const STAGE_NAMES: Record<Stage, string> = {
  decode: "decode, mix to mono",
  resample: "resample 44.1 to 48 kHz (other rates only)",
  transform: "shared transform, 2048 points, 100 a second",
  pitchTransform: "decimate to a quarter, transform of 4096 points",
};

const times = (audioSeconds: number, seconds: number) => `${(audioSeconds / seconds).toFixed(0)}×`;
const megabytes = (bytes: number) => (bytes > 0 ? `${(bytes / 1024 ** 2).toFixed(0)} MB` : "–");
const milliseconds = (seconds: number) => (1000 * seconds).toFixed(0);
const length = (seconds: number) => (seconds < 600 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} min`);

/** The whole of speed.md. */
export function speedReport(findings: SpeedFindings): string {
  const { setting } = findings;
  const core = setting.pinned ? "pinned to one core with all its threads" : "one worker (no `taskset` here)";
  const parts = [
    "# Speed",
    `Measured on ${setting.date}: ${setting.machine}. Seconds of audio per second of analysis, decoding included, stereo music at 44.1 kHz, 192 kbit/s where the format is lossy; ${core}; the quickest of several runs up to three minutes, one run above.`,
    formatSection(findings.formats),
    besideSection(findings),
    stageSection(findings),
    growthSection(findings.growth),
    parallelSection(findings.parallel),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function formatSection(rows: readonly FormatRow[]): string {
  const table = markdownTable(
    ["format", "length", "everything but pictures", "with pictures", "peak memory of the worker"],
    rows.map(({ format, audioSeconds, plain, pictures, peakBytes }) => [
      format.toUpperCase(),
      length(audioSeconds),
      times(audioSeconds, plain),
      pictures === null ? "–" : times(audioSeconds, pictures),
      megabytes(peakBytes),
    ]),
  );
  return `## Formats and lengths\n\n${table}`;
}

function besideSection({ beside, setting }: SpeedFindings): string {
  if (beside.length === 0)
    return "## Beside essentia.js\n\nNot measured: left out, or not installed (npm ci installs it).";
  const rows = beside.map(({ ours, oursSame, theirs }, i) => [
    String(i + 1),
    times(setting.track, ours),
    times(setting.track, oursSame),
    times(setting.track, theirs),
    `${(theirs / ours).toFixed(1)}`,
    `${(theirs / oursSame).toFixed(1)}`,
  ]);
  const head = ["run", "everything but pictures", "its four alone", `essentia.js ${setting.essentia}`];
  const note = `Both in turn on ${length(setting.track)} of MP3, on the same core. essentia.js measures tempo (multifeature), key (bgate), EBU loudness and danceability of what audio-decode gives it; "its four alone" is the analyser with only tempo, key, loudness and the perceptual scores, and what these need.`;
  return `## Beside essentia.js\n\n${note}\n\n${markdownTable([...head, "times as fast", "its four alone"], rows)}`;
}

function stageSection({ stages, groups, setting }: SpeedFindings): string {
  const first = Object.entries(STAGE_NAMES).map(([stage, name]) => [name, milliseconds(stages[stage as Stage]), "–"]);
  const rest = groups.map(({ name, aloneSeconds, savedSeconds }) => [
    name,
    milliseconds(aloneSeconds),
    milliseconds(savedSeconds),
  ]);
  const note = `Milliseconds for ${length(setting.track)} of MP3. For each group: what it adds to decoding and cutting into chunks when it runs alone with all it is derived from, and what is saved when only it is switched off. Groups share transforms, so neither column adds up to the whole.`;
  return `## Stages\n\n${note}\n\n${markdownTable(["stage", "alone", "saved when off"], [...first, ...rest])}`;
}

function growthSection({ points, line }: SpeedFindings["growth"]): string {
  const table = markdownTable(
    ["length", "seconds", "peak memory"],
    points.map(({ x, y, peakBytes }) => [length(x), y.toFixed(2), megabytes(peakBytes)]),
  );
  const perMinute = milliseconds(line.slope * 60);
  const fit = `A straight line: ${milliseconds(line.intercept)} ms and ${perMinute} ms a minute of audio, R² = ${line.rSquared.toFixed(4)}.`;
  return `## Growth with length\n\nMP3, everything but pictures. ${fit}\n\n${table}`;
}

function parallelSection(rows: SpeedFindings["parallel"]): string {
  const one = rows[0];
  const table = markdownTable(
    ["workers", "files", "audio a second", "times one worker"],
    rows.map(({ workers, files, audioSeconds, seconds }) => [
      String(workers),
      String(files),
      times(audioSeconds, seconds),
      one ? (one.seconds / seconds).toFixed(2) : "–",
    ]),
  );
  return `## Files at once\n\nThe application's own pool, whose workers may use every core.\n\n${table}`;
}
