import { measured } from "@/lib/analysis/extractors/measured";
import { evidenceStep, valueStep } from "@/lib/analysis/extractors/step";
import { closeRelative } from "@/lib/analysis/record/key-or-note";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { descriptionValue } from "@/lib/analysis/record/values/description";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import type { Mood } from "@/lib/analysis/record/values/moods";
import type { Timbre } from "@/lib/analysis/record/values/timbre";
import { isClaimed } from "@/lib/format/confidence";
import { formatKey } from "@/lib/music/notation";
import { ONE_SHOT_NOUNS } from "./one-shot-nouns";

/** What a description is made of, besides length and loudness. */
const DESCRIBED = [
  "tempo",
  "key",
  "spectral",
  "timbre",
  "rhythm",
  "stereo",
  "perceptual",
  "kind",
  "pitch",
  "sections",
  "instruments",
  "genres",
  "moods",
] as const;

export type Described = Pick<AnalysisRecord, "durationSeconds" | "loudness"> &
  Partial<Pick<AnalysisRecord, (typeof DESCRIBED)[number]>>;

export const wordsStep = evidenceStep("words", { needs: ["loudness", ...DESCRIBED], compute: describeSound });

export const descriptionStep = valueStep(descriptionValue, {
  needs: ["words"],
  compute: ({ words }) => measured(words.description),
});

const LOUD_LUFS = -9;
const QUIET_LUFS = -24;
/** Tempos that make a sound slow or fast. */
export const SLOW_BELOW_BPM = 85;
export const FAST_ABOVE_BPM = 140;
/** Moods that read better as adjectives of the sound than as a sentence of their own. */
const ADJECTIVES: ReadonlySet<Mood> = new Set(["bright", "dark", "energetic", "calm"]);
/** How many instruments a description names at most. */
const CAST_MAX = 5;

/**
 * A few plain sentences, and tags. They say only what was measured and leave out estimates that are no more than a
 * guess (`isClaimed`). The same values always give the same words.
 */
export function describeSound(sound: Described): { description: string; tags: string[] } {
  const { kind } = sound;
  if (!kind) return { description: "Silence: nothing in the file can be heard.", tags: ["silent"] };
  const words = characterWords(sound);
  const opening = OPENINGS[claimedKind(sound) ?? "sound"](sound, words);
  const description = [
    opening,
    styleSentence(sound),
    castSentence(sound),
    levelSentence(sound),
    stereoSentence(sound),
    faultSentence(sound),
  ]
    .filter(Boolean)
    .join(" ");
  return { description, tags: tagsOf(sound, words) };
}

function claimedKind({ kind }: Described): SoundKind["label"] | null {
  return kind && isClaimed(kind) ? kind.label : null;
}

/**
 * Adjectives, the most striking first. What is also a mood ("calm") is only taken from the moods, so that the words
 * never claim more than the list of moods does.
 */
function characterWords(sound: Described): string[] {
  const { timbre, spectral, perceptual, rhythm } = sound;
  const words: [word: string, distinctness: number][] = (sound.moods ?? [])
    .filter((mood) => ADJECTIVES.has(mood.label) && isClaimed(mood))
    .map(({ label, confidence }) => [label, confidence]);
  if (timbre && isClaimed(timbre)) {
    const { warmth, attackSeconds } = timbre;
    words.push(["warm", (warmth - 0.4) / 0.4], ["noisy", noisiness(timbre, spectral)]);
    if (attackSeconds !== null)
      words.push(["soft", (attackSeconds - 0.06) / 0.2], ["punchy", (0.008 - attackSeconds) / 0.01]);
  }
  if (claimedKind(sound) !== "one-shot") {
    if (perceptual && isClaimed(perceptual)) words.push(["danceable", (perceptual.danceability - 0.6) / 0.3]);
    if (rhythm && isClaimed(rhythm)) {
      words.push(["busy", (rhythm.onsetsPerSecond - 5) / 4], ["sparse", (1.2 - rhythm.onsetsPerSecond) / 1]);
    }
  }
  return words
    .filter(([, distinctness]) => distinctness > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word);
}

/**
 * Above 0 for a sound that is neither harmonic nor a tone. A low or gliding tone has no harmonics to be heard by
 * either, but its spectrum is far from flat.
 */
function noisiness({ harmonicity }: Timbre, spectral: Described["spectral"]): number {
  return spectral ? Math.min((0.25 - harmonicity) / 0.2, (spectral.flatness - 0.2) / 0.3) : 0;
}

const OPENINGS: Record<SoundKind["label"] | "sound", (sound: Described, words: string[]) => string> = {
  "one-shot": oneShot,
  loop,
  track,
  sound: unsorted,
};

/** The opening for what may be any kind of sound. */
function unsorted(sound: Described, words: string[]): string {
  const noun = [...words.slice(0, 2), "sound"].join(" ");
  return `${withArticle(noun)}${tempoText(sound)}${keyText(sound)}, ${lengthText(sound)} long.`;
}

function lengthText({ durationSeconds }: Described): string {
  return durationSeconds < 1 ? `${Math.round(durationSeconds * 1000)} ms` : `${durationSeconds.toFixed(1)} s`;
}

function oneShot(sound: Described, words: string[]): string {
  const { pitch } = sound;
  const noun = oneShotNoun(sound);
  const length = lengthText(sound);
  const at = pitch && isClaimed(pitch) ? ` on ${pitch.note}${centsText(pitch.cents)}` : "";
  return pick(sound, [
    `${withArticle([...words.slice(0, 2), noun].join(" "))}${at}, ${length} long.`,
    `A single ${[...words.slice(0, 2), noun].join(" ")}${at} of ${length}.`,
  ]);
}

function oneShotNoun(sound: Described): string {
  const { pitch, timbre, spectral } = sound;
  const [instrument] = claimedLabels(sound.instruments);
  if (instrument) return ONE_SHOT_NOUNS[instrument];
  if (pitch && isClaimed(pitch)) return pick(sound, ["note", "tone"]);
  return timbre && noisiness(timbre, spectral) > 0 ? "hit" : "sound";
}

/** Those worth naming, most certain first. */
function claimedLabels<Label extends string>(
  items: readonly { label: Label; confidence: number }[] | null | undefined,
): Label[] {
  return (items ?? []).filter(isClaimed).map(({ label }) => label);
}

function loop(sound: Described, words: string[]): string {
  const { tempo, durationSeconds } = sound;
  const adjectives = words.slice(0, 2).join(", ");
  const beats = tempo ? (durationSeconds * tempo.bpm) / 60 : 0;
  const whole = tempo && isClaimed(tempo) && Math.abs(beats - Math.round(beats)) < 0.08;
  const length = whole ? `${Math.round(beats)} beats` : `${durationSeconds.toFixed(1)} s`;
  return pick(sound, [
    `${withArticle(`${adjectives} loop`.trim())} of ${length}${tempoText(sound)}${keyText(sound)}.`,
    `A loop of ${length}${tempoText(sound)}${keyText(sound)}${adjectives ? `: ${adjectives}` : ""}.`,
  ]);
}

function track(sound: Described, words: string[]): string {
  const adjectives = words.slice(0, 2).join(", ");
  const subject = `${adjectives} track`.trim();
  const labels = new Set(sound.sections?.map((section) => section.label));
  const count = sound.sections?.length ?? 0;
  const parts =
    count > labels.size
      ? ` It falls into ${count} sections, some of which return.`
      : count > 1
        ? ` It falls into ${count} sections.`
        : "";
  return (
    pick(sound, [
      `${withArticle(subject)}${tempoText(sound)}${keyText(sound)}, ${clockText(sound.durationSeconds)} long.`,
      `A track of ${clockText(sound.durationSeconds)}${tempoText(sound)}${keyText(sound)}${adjectives ? `: ${adjectives}` : ""}.`,
    ]) + parts
  );
}

function tempoText({ tempo }: Described): string {
  return tempo && isClaimed(tempo) ? ` at ${Number(tempo.bpm.toFixed(1))} BPM` : "";
}

function keyText({ key }: Described): string {
  if (!key || !isClaimed(key)) return "";
  const relative = closeRelative(key);
  return ` in ${formatKey(key)}${relative ? ` or ${formatKey(relative)}` : ""}`;
}

function centsText(cents: number): string {
  const rounded = Math.round(cents);
  return Math.abs(rounded) < 5 ? "" : ` (${rounded > 0 ? "+" : "−"}${Math.abs(rounded)} cents)`;
}

/** Genre and mood. Bright or dark is already among the adjectives. */
function styleSentence(sound: Described): string {
  const [genre] = claimedLabels(sound.genres);
  const mood = claimedLabels(sound.moods).find((label) => !ADJECTIVES.has(label));
  if (genre && mood) return `It sounds like ${genre}, and rather ${mood}.`;
  if (genre) return `It sounds like ${genre}.`;
  return mood && claimedKind(sound) !== "one-shot" ? `It sounds rather ${mood}.` : "";
}

/** The instruments in a loop or a track. For a single sound the opening names them. */
function castSentence(sound: Described): string {
  const cast: Instrument[] =
    claimedKind(sound) === "one-shot" ? [] : claimedLabels(sound.instruments).slice(0, CAST_MAX);
  const last = cast.at(-1);
  if (!last) return "";
  const named = cast.length > 1 ? `${cast.slice(0, -1).join(", ")} and ${last}` : last;
  return `${pick(sound, ["It has", "You hear"])} ${named}.`;
}

function levelSentence(sound: Described): string {
  const { integratedLufs, rangeLu } = sound.loudness;
  if (integratedLufs === null) return "";
  const level = `${integratedLufs.toFixed(1).replace("-", "−")} LUFS`;
  const wide = claimedKind(sound) === "track" && rangeLu !== null && rangeLu > 12 ? ", with a wide dynamic range" : "";
  if (integratedLufs > LOUD_LUFS) return `${pick(sound, ["It is loud", "Mastered loud"])} at ${level}${wide}.`;
  if (integratedLufs < QUIET_LUFS) return `It is quiet at ${level}${wide}.`;
  return wide ? `Its level is ${level}${wide}.` : "";
}

function stereoSentence({ stereo }: Described): string {
  if (!stereo) return "";
  if (stereo.monoCompatibility < 0.7) return "Parts of it cancel out in mono.";
  if (stereo.width < 0.01) return "Both channels are the same.";
  if (Math.abs(stereo.balance) > 0.5) return `It sits to the ${stereo.balance > 0 ? "right" : "left"}.`;
  return stereo.width > 0.35 ? "The stereo image is wide." : "";
}

function faultSentence({ loudness }: Described): string {
  const { clippingRuns, dcOffset } = loudness;
  const faults = [
    clippingRuns > 0 ? `clips ${clippingRuns === 1 ? "once" : `${clippingRuns} times`}` : "",
    Math.abs(dcOffset) > 0.01 ? "has a DC offset" : "",
  ].filter(Boolean);
  return faults.length > 0 ? `It ${faults.join(" and ")}.` : "";
}

function tagsOf(sound: Described, words: string[]): string[] {
  const { tempo, key, pitch, stereo, loudness } = sound;
  const bpm = tempo && isClaimed(tempo) ? tempo.bpm : null;
  return [
    claimedKind(sound) ?? "",
    ...claimedLabels(sound.instruments),
    ...claimedLabels(sound.genres),
    ...words,
    ...claimedLabels(sound.moods).filter((label) => !words.includes(label)),
    bpm !== null && bpm < SLOW_BELOW_BPM ? "slow" : "",
    bpm !== null && bpm > FAST_ABOVE_BPM ? "fast" : "",
    key && isClaimed(key) && !closeRelative(key) ? key.mode : "",
    pitch && isClaimed(pitch) ? "tonal" : "",
    stereo && stereo.width > 0.35 ? "wide" : "",
    loudness.integratedLufs !== null && loudness.integratedLufs > LOUD_LUFS ? "loud" : "",
    loudness.clippingRuns > 0 ? "clipped" : "",
  ].filter(Boolean);
}

/** Picks a wording by the sound's length, so that a library varies but the same file always reads the same. */
function pick(sound: Described, wordings: readonly string[]): string {
  return wordings[Math.round(sound.durationSeconds * 1000) % wordings.length] ?? "";
}

function withArticle(text: string): string {
  return `${/^[aeio]/.test(text) ? "An" : "A"} ${text}`;
}

function clockText(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} seconds`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")} minutes`;
}
