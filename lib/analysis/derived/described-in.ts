import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { writeDecimal } from "@/lib/format/decimal";
import { formatPosition } from "@/lib/format/position";
import { msg, type Text } from "@/lib/language/text";
import { formatKey } from "@/lib/music/notation";
import { describeSound } from "./description";
import {
  type CharacterWord,
  castOf,
  characterWords,
  claimedBpm,
  claimedKeys,
  claimedKind,
  claimedLabels,
  claimedNote,
  type Described,
  faultsOf,
  levelOf,
  noisiness,
  partsOf,
  stereoOf,
  styleOf,
  wholeBeats,
} from "./said-of-sound";

/** How many words of character are said. */
const WORDS_MAX = 2;

const WORDS: Readonly<Record<CharacterWord, string>> = {
  bright: msg("bright"),
  dark: msg("dark"),
  energetic: msg("energetic"),
  calm: msg("calm"),
  warm: msg("warm"),
  noisy: msg("noisy"),
  soft: msg("soft"),
  punchy: msg("punchy"),
  danceable: msg("danceable"),
  busy: msg("busy"),
  sparse: msg("sparse"),
};

const STEREO: Readonly<Record<NonNullable<ReturnType<typeof stereoOf>>, string>> = {
  cancels: msg("Parts of it cancel out in mono."),
  same: msg("Both channels are the same."),
  left: msg("It sits to the left."),
  right: msg("It sits to the right."),
  wide: msg("The stereo image is wide."),
};

/**
 * The description of a sound in the reader's language. English is what the engine stores, which gives adjectives and
 * nouns their forms. Every other language says the same in a form that needs none: "Loop, 16 beats, 120 BPM: warm."
 */
export function describedIn(sound: Described, t: Text): string {
  if (t.language === "en") return describeSound(sound).description;
  if (!sound.kind) return t("Silence: nothing in the file can be heard.");
  return [
    `${[headOf(sound, t), ...valuesOf(sound, t)].join(", ")}${characterOf(sound, t)}.`,
    ...partsSentence(sound, t),
    ...styleSentence(sound, t),
    ...castSentence(sound, t),
    ...levelSentences(sound, t),
    ...stereoSentence(sound, t),
    ...faultSentences(sound, t),
  ].join(" ");
}

function headOf(sound: Described, t: Text): string {
  const kind = claimedKind(sound);
  if (kind === "loop") return t("Loop");
  if (kind === "track") return t("Track");
  if (kind === null) return t("[of any kind] Sound");
  const [instrument] = claimedLabels(sound.instruments);
  if (instrument) return t("Single sound ({instrument})", { instrument: t(instrument) });
  if (claimedNote(sound)) return t("Single note");
  return sound.timbre && noisiness(sound.timbre, sound.spectral) > 0 ? t("Single hit") : t("Single sound");
}

function valuesOf(sound: Described, t: Text): string[] {
  const [bpm, note, keys] = [claimedBpm(sound), claimedNote(sound), claimedKeys(sound)];
  const isSingle = claimedKind(sound) === "one-shot";
  const tempo = bpm === null || isSingle ? [] : [`${writeDecimal(bpm, Number.isInteger(bpm) ? 0 : 1, t)} BPM`];
  const [first, other] = keys.map((key) => formatKey(key, t));
  const key = first && other ? t("{key} or {other}", { key: first, other }) : first;
  return [
    ...(note && isSingle ? [noteText(note, t)] : []),
    lengthText(sound, t),
    ...tempo,
    ...(key && !isSingle ? [key] : []),
  ];
}

const noteText = ({ note, cents }: { note: string; cents: number }, t: Text): string =>
  cents === 0 ? note : `${note} (${cents > 0 ? "+" : "−"}${t("{count} cents", { count: Math.abs(cents) })})`;

function lengthText(sound: Described, t: Text): string {
  const { durationSeconds: seconds } = sound;
  const kind = claimedKind(sound);
  const beats = kind === "loop" ? wholeBeats(sound) : null;
  if (beats !== null) return t.count(beats, "{count} beat", "{count} beats");
  if (kind === "track" && seconds >= 60) return t("{time} minutes", { time: formatPosition(Math.round(seconds)) });
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${writeDecimal(seconds, 1, t)} s`;
}

function characterOf(sound: Described, t: Text): string {
  const words = characterWords(sound).slice(0, WORDS_MAX);
  return words.length > 0 ? `: ${words.map((word) => t(WORDS[word])).join(", ")}` : "";
}

function partsSentence(sound: Described, t: Text): string[] {
  const found = claimedKind(sound) === "track" ? partsOf(sound) : null;
  if (!found) return [];
  const { count, doReturn } = found;
  return [
    doReturn
      ? t("It falls into {count} sections, some of which return.", { count })
      : t("It falls into {count} sections.", { count }),
  ];
}

function styleSentence(sound: Described, t: Text): string[] {
  const { genre, mood } = styleOf(sound);
  if (genre && mood) return [t("It sounds like {genre}, and rather {mood}.", { genre, mood: t(mood) })];
  if (genre) return [t("It sounds like {genre}.", { genre })];
  return mood ? [t("It sounds rather {mood}.", { mood: t(mood) })] : [];
}

function castSentence(sound: Described, t: Text): string[] {
  const cast = castOf(sound).map((instrument) => t(instrument));
  if (cast.length === 0) return [];
  const named = new Intl.ListFormat(t.language, { type: "conjunction" }).format(cast);
  return [t("You hear {instruments}.", { instruments: named })];
}

function levelSentences(sound: Described, t: Text): string[] {
  const found = levelOf(sound);
  if (!found) return [];
  const level = `${writeDecimal(found.lufs, 1, t).replace("-", "−")} LUFS`;
  const sentences = {
    loud: t("It is loud at {level}.", { level }),
    quiet: t("It is quiet at {level}.", { level }),
    plain: t("Its level is {level}.", { level }),
  };
  return [sentences[found.is ?? "plain"], ...(found.isWide ? [t("Its dynamic range is wide.")] : [])];
}

function stereoSentence(sound: Described, t: Text): string[] {
  const found = stereoOf(sound);
  return found ? [t(STEREO[found])] : [];
}

function faultSentences(sound: Described, t: Text): string[] {
  const { clips, hasOffset } = faultsOf(sound);
  return [
    ...(clips > 0 ? [t.count(clips, "It clips {count} time.", "It clips {count} times.")] : []),
    ...(hasOffset ? [t("It has a DC offset.")] : []),
  ];
}

/** A record as somebody reads it: with its description, if it has one, in their language. */
export const recordIn = (record: AnalysisRecord, t: Text): AnalysisRecord =>
  record.description && t.language !== "en" ? { ...record, description: describedIn(record, t) } : record;
