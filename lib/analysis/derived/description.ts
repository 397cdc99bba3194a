import { measured } from "@/lib/analysis/extractors/measured";
import { evidenceStep, valueStep } from "@/lib/analysis/extractors/step";
import { closeRelative } from "@/lib/analysis/record/key-or-note";
import { descriptionValue } from "@/lib/analysis/record/values/description";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { isClaimed } from "@/lib/format/confidence";
import { formatKey } from "@/lib/music/notation";
import { ONE_SHOT_NOUNS } from "./one-shot-nouns";
import {
  type CharacterWord,
  castOf,
  characterWords,
  claimedBpm,
  claimedKeys,
  claimedKind,
  claimedLabels,
  claimedNote,
  DESCRIBED,
  type Described,
  FAST_ABOVE_BPM,
  faultsOf,
  LOUD_LUFS,
  levelOf,
  noisiness,
  partsOf,
  SLOW_BELOW_BPM,
  stereoOf,
  styleOf,
  wholeBeats,
} from "./said-of-sound";

export const wordsStep = evidenceStep("words", { needs: ["loudness", ...DESCRIBED], compute: describeSound });

export const descriptionStep = valueStep(descriptionValue, {
  needs: ["words"],
  compute: ({ words }) => measured(words.description),
});

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
  const found = claimedNote(sound);
  const noun = oneShotNoun(sound);
  const length = lengthText(sound);
  const at = found ? ` on ${found.note}${centsText(found.cents)}` : "";
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

function loop(sound: Described, words: string[]): string {
  const adjectives = words.slice(0, 2).join(", ");
  const beats = wholeBeats(sound);
  const length = beats === null ? `${sound.durationSeconds.toFixed(1)} s` : `${beats} beats`;
  return pick(sound, [
    `${withArticle(`${adjectives} loop`.trim())} of ${length}${tempoText(sound)}${keyText(sound)}.`,
    `A loop of ${length}${tempoText(sound)}${keyText(sound)}${adjectives ? `: ${adjectives}` : ""}.`,
  ]);
}

function track(sound: Described, words: string[]): string {
  const adjectives = words.slice(0, 2).join(", ");
  const subject = `${adjectives} track`.trim();
  const found = partsOf(sound);
  const parts = found ? ` It falls into ${found.count} sections${found.doReturn ? ", some of which return" : ""}.` : "";
  return (
    pick(sound, [
      `${withArticle(subject)}${tempoText(sound)}${keyText(sound)}, ${clockText(sound.durationSeconds)} long.`,
      `A track of ${clockText(sound.durationSeconds)}${tempoText(sound)}${keyText(sound)}${adjectives ? `: ${adjectives}` : ""}.`,
    ]) + parts
  );
}

function tempoText(sound: Described): string {
  const bpm = claimedBpm(sound);
  return bpm === null ? "" : ` at ${Number(bpm.toFixed(1))} BPM`;
}

function keyText(sound: Described): string {
  const keys = claimedKeys(sound).map((key) => formatKey(key));
  return keys.length > 0 ? ` in ${keys.join(" or ")}` : "";
}

const centsText = (cents: number): string => (cents === 0 ? "" : ` (${cents > 0 ? "+" : "−"}${Math.abs(cents)} cents)`);

function styleSentence(sound: Described): string {
  const { genre, mood } = styleOf(sound);
  if (genre && mood) return `It sounds like ${genre}, and rather ${mood}.`;
  if (genre) return `It sounds like ${genre}.`;
  return mood ? `It sounds rather ${mood}.` : "";
}

function castSentence(sound: Described): string {
  const cast = castOf(sound);
  const last = cast.at(-1);
  if (!last) return "";
  const named = cast.length > 1 ? `${cast.slice(0, -1).join(", ")} and ${last}` : last;
  return `${pick(sound, ["It has", "You hear"])} ${named}.`;
}

function levelSentence(sound: Described): string {
  const found = levelOf(sound);
  if (!found) return "";
  const level = `${found.lufs.toFixed(1).replace("-", "−")} LUFS`;
  const wide = found.isWide ? ", with a wide dynamic range" : "";
  if (found.is === "loud") return `${pick(sound, ["It is loud", "Mastered loud"])} at ${level}${wide}.`;
  return found.is === "quiet" ? `It is quiet at ${level}${wide}.` : `Its level is ${level}${wide}.`;
}

const STEREO_SENTENCES = {
  cancels: "Parts of it cancel out in mono.",
  same: "Both channels are the same.",
  left: "It sits to the left.",
  right: "It sits to the right.",
  wide: "The stereo image is wide.",
} as const;

function stereoSentence(sound: Described): string {
  const found = stereoOf(sound);
  return found ? STEREO_SENTENCES[found] : "";
}

function faultSentence(sound: Described): string {
  const { clips, hasOffset } = faultsOf(sound);
  const faults = [
    clips > 0 ? `clips ${clips === 1 ? "once" : `${clips} times`}` : "",
    hasOffset ? "has a DC offset" : "",
  ].filter(Boolean);
  return faults.length > 0 ? `It ${faults.join(" and ")}.` : "";
}

function tagsOf(sound: Described, words: readonly CharacterWord[]): string[] {
  const { key, pitch, stereo, loudness } = sound;
  const bpm = claimedBpm(sound);
  return [
    claimedKind(sound) ?? "",
    ...claimedLabels(sound.instruments),
    ...claimedLabels(sound.genres),
    ...words,
    ...claimedLabels(sound.moods).filter((label) => !words.some((word) => word === label)),
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
