import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import type { PhaseResult, SoundResult } from "./measure";
import type { Spread } from "./offsets";

const AT_MOST_MS = 25;
const LEAST_BEATS = 5;
/** Of the beats. */
const MOST_LOST = 0.05;

/** What falls short, in words. */
export function shortfalls(results: readonly SoundResult[]): string[] {
  return results.flatMap(({ name, phases }) =>
    phases.flatMap((result) => phaseShortfalls(result).map((text) => `${name}, ${result.phase}: ${text}`)),
  );
}

function phaseShortfalls({ fromAnalysis, fromSound, skipped, unheard }: PhaseResult): string[] {
  const isLate = ({ p95 }: Spread) => !(p95 <= AT_MOST_MS);
  const beats = fromAnalysis.count;
  return [
    ...(isLate(fromAnalysis) ? [`${fromAnalysis.p95.toFixed(0)} ms from the analysed beat`] : []),
    ...(isLate(fromSound) ? [`${fromSound.p95.toFixed(0)} ms from the sound`] : []),
    ...(beats < LEAST_BEATS ? ["too few beats were shown"] : []),
    ...(skipped > MOST_LOST * beats ? [`${skipped} beats were not shown`] : []),
    ...(unheard > MOST_LOST * beats ? [`the sound of ${unheard} beats was not found`] : []),
  ];
}

export const worstP95 = (results: readonly SoundResult[], from: "fromAnalysis" | "fromSound"): number =>
  Math.max(...results.flatMap(({ phases }) => phases.map((phase) => phase[from].p95)));

const cells = ({ median, p95, worst }: Spread) => [median, p95, worst].map((ms) => ms.toFixed(1));
const tempo = (bpm: number | null) => (bpm === null ? "no tempo" : `${bpm.toFixed(2)} BPM`);

export function beatsReport(results: readonly SoundResult[], seconds: number, isFlat: boolean): string {
  const rows = results.flatMap(({ name, phases }) =>
    phases.map(({ phase, fromAnalysis, fromSound, framesMs, skipped, unheard }) => [
      ...[name, phase, String(fromAnalysis.count), ...cells(fromAnalysis), ...cells(fromSound)],
      ...[String(skipped), String(unheard), `${framesMs.median.toFixed(0)}, ${framesMs.p95.toFixed(0)}`],
    ]),
  );
  const head = [
    "sound",
    "played",
    "beats",
    "median",
    "p95",
    "worst",
    "median",
    "p95",
    "worst",
    "skipped",
    "unheard",
    "frame",
  ];
  const missed = shortfalls(results);
  return `# Beats of the visualizer

\`npm run bench:beats\`: how far the visualizer's beats (\`data-beat\`) are from the beats of the analysis and from the sound,
in milliseconds. A positive median is late. The first three columns compare with the analysed beat by the player's own
position, the last three with what is heard: the sound is captured where the browser's audio service mixes it, with the
time at which it is played (record 68). Each sound first plays for 20 s, in which the picture finds a quality that the
machine can draw, then straight on for ${seconds} s, then jumps six times, then plays at 125 %
with the same and with a higher pitch (in milliseconds of who listens, at any rate). Loops repeat all the time. The click track is generated, and its clicks are heard
as such; loops are recognised by laying the recording over what was heard.

The gate is the 95th percentile of the distances, ${AT_MOST_MS} ms, for each line. It is not the worst beat: a software renderer
draws one frame in some hundreds late, and that beat is late with it.

${markdownTable(head, rows)}

*Skipped*: beats without a frame. *Unheard*: the sound of the beat was not found. *Frame*: how long one took, median and
p95; a beat can only be shown with a frame, so it is half a frame early or late.

${results.map(({ name, labelledBpm, analysedBpm }) => `- ${name}: ${tempo(labelledBpm)}, analysed as ${tempo(analysedBpm)}`).join("\n")}

${missed.length === 0 ? "Nothing falls short." : `**Falls short:** ${missed.join("; ")}.`}

${machineDescription()}, Chromium, 320 × 240, ${isFlat ? "the flat picture" : "the rhythm wheel on SwiftShader"}.
`;
}
