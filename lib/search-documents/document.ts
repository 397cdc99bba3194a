import { withoutExtension } from "@/lib/analysis/file-tags/name-words";
import { GENRES } from "@/lib/analysis/record/values/genres";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { SOUND_KINDS, type SoundKind } from "@/lib/analysis/record/values/kind";
import { MOODS } from "@/lib/analysis/record/values/moods";
import { isClaimed } from "@/lib/format/confidence";
import { formatCamelot } from "@/lib/music/notation";
import type { AiTraining, Licence } from "@/lib/music/rights";
import { fold, wordsAtPlaces } from "./folding";
import { naturalKey } from "./natural-order";
import { stepsOfValues } from "./steps";

/** All that is known of a sample and can be searched, as its rows say it. */
export interface DocumentSource {
  sampleId: string;
  ownerId: string;
  fileName: string;
  folderPath: string;
  isFailed: boolean;
  isFavourite: boolean;
  isDuplicate: boolean;
  licence: Licence | null;
  aiTraining: AiTraining | null;
  /** To the microsecond, ISO 8601. */
  addedAt: string;
  sizeBytes: number;
  /** From here on: null or empty until it is analysed. Effective values, with the confidence of what was measured. */
  seconds: number | null;
  lufs: number | null;
  bpm: number | null;
  bpmConfidence: number | null;
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  keyConfidence: number | null;
  kind: SoundKind["label"] | null;
  kindConfidence: number | null;
  isCorrected: boolean;
  /** What counts: measured, given and accepted, without those taken off. */
  tags: readonly string[];
  /** Those of them that the owner gave or accepted. */
  ownTags: readonly string[];
  instruments: readonly Label[];
  genres: readonly Label[];
  moods: readonly Label[];
  description: string | null;
  /** Null until the file's own tags are read. */
  file: FileClaims | null;
}

interface Label {
  label: string;
  confidence: number;
}

interface FileClaims {
  title: string | null;
  artist: string | null;
  album: string | null;
  albumArtist: string | null;
  comment: string | null;
  year: number | null;
  rating: number | null;
  genres: readonly string[];
  keywords: readonly string[];
}

/** A document as it is stored. */
export interface SearchDocument {
  sampleId: string;
  ownerId: string;
  /** The text of a `tsvector`. */
  document: string;
  /** Its words, each once. */
  words: string[];
  name: string;
  facets: string[];
  /** How the names of its folders are written, by the path that its facet has. */
  folderNames: Record<string, string>;
  addedAt: string;
  bpm: number | null;
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  /** Empty if it is not known. */
  kind: SoundKind["label"] | "";
  seconds: number | null;
  lufs: number | null;
  sizeBytes: number;
  year: number | null;
  rating: number | null;
  /** Of its numbers. The database makes them as well, for its index; these are counted. */
  steps: number[];
}

/** Places between two texts, so that a phrase is never found across them. */
const GAP = 16;
/** Postgres counts places no further. */
const LAST_PLACE = 16_383;
/** Longer names are not sorted any better, and an index row has little room. */
const NAME_CHARACTERS_MAX = 200;
/** A character has 3 bytes at most, and what is indexed 2,700 altogether. */
const FACET_CHARACTERS_MAX = 800;
const NOTE_NAMES = ["c", "c# db", "d", "d# eb", "e", "f", "f# gb", "g", "g# ab", "a", "a# bb", "b"];

/** What of a sample can be searched. The same source always gives the same document. */
export function searchDocument(source: DocumentSource): SearchDocument {
  const { document, words } = weighted(textsOf(source));
  const { sampleId, ownerId, addedAt, bpm, kind, seconds, lufs, sizeBytes, keyTonic, keyMode, file } = source;
  const numbers = { bpm, seconds, lufs, sizeBytes, keyTonic, keyMode };
  const claims = { year: file?.year ?? null, rating: file?.rating ?? null };
  return {
    ...{ sampleId, ownerId, document, words, addedAt, kind: kind ?? "" },
    ...numbers,
    ...claims,
    name: naturalKey(fold(titleOf(source)).trim().slice(0, NAME_CHARACTERS_MAX).toWellFormed()),
    facets: facetsOf(source),
    folderNames: Object.fromEntries(foldersOf(source.folderPath).map(({ path, name }) => [path, name])),
    steps: stepsOfValues(numbers),
  };
}

const titleOf = ({ file, fileName }: DocumentSource) => file?.title ?? withoutExtension(fileName);
const claimed = (labels: readonly Label[]) => labels.filter(isClaimed).map(({ label }) => label);

type Weight = "A" | "B" | "C" | "D";

/**
 * Texts with their weights. What the analysis heard (instruments, genres, moods) has no other weight than B. Those words
 * are searched without B for a person for whom they are switched off; their own tags are then found by C.
 */
function textsOf(source: DocumentSource): [Weight, string][] {
  const { file, fileName, folderPath, tags, ownTags, description, instruments, genres, moods } = source;
  const heard = new Set([...tags, ...claimed(instruments), ...claimed(genres), ...claimed(moods)]);
  const others = [file?.artist, file?.albumArtist, file?.album, file?.comment];
  return [
    ["A", file?.title ?? ""],
    ["A", withoutExtension(fileName)],
    ...[...heard].map((tag): [Weight, string] => ["B", tag]),
    ...ownTags.map((tag): [Weight, string] => ["C", tag]),
    ["C", folderPath],
    ["C", describedWords(description ?? "")],
    ["D", keyWords(source)],
    ...[...others, ...(file?.genres ?? []), ...(file?.keywords ?? [])].map((text): [Weight, string] => [
      "D",
      text ?? "",
    ]),
  ];
}

/** Said elsewhere in a document, where corrections and switches reach it; or said of nearly every sound. */
const SAID_ANYWAY = new Set(
  [
    ...INSTRUMENTS,
    ...GENRES,
    ...MOODS,
    ...SOUND_KINDS,
    "major minor sound sounds like rather with long single lufs beats",
  ]
    .concat("seconds minutes both same which some into parts have hear times falls sections track hits from that this")
    .flatMap((label) => label.split(/[ -]/)),
);

/** What a description says beyond tags, tempo and key: quiet, mono, clips … */
function describedWords(description: string): string {
  return (description.match(/\p{L}{4,}/gu) ?? []).filter((word) => !SAID_ANYWAY.has(word.toLowerCase())).join(" ");
}

/** The key as it is written in names: f# minor, f#m, f#min, gbm …, so that "Fm" finds a sound in F minor by its key. */
function keyWords({ keyTonic, keyMode }: DocumentSource): string {
  if (keyTonic === null || keyMode === null) return "";
  const names = (NOTE_NAMES[keyTonic] ?? "").split(" ");
  const endings = keyMode === "minor" ? ["m", "min", "minor"] : ["maj", "major"];
  const camelot = formatCamelot({ tonic: keyTonic, mode: keyMode });
  return [...names.flatMap((name) => [name, ...endings.map((end) => name + end)]), keyMode, camelot].join(" ");
}

/** Puts words at their places into the text of a `tsvector`. */
function weighted(texts: readonly [Weight, string][]): { document: string; words: string[] } {
  const places = new Map<string, Set<string>>();
  let place = 1;
  for (const [weight, text] of texts) {
    const words = wordsAtPlaces(text);
    if (words.length === 0) continue;
    for (const forms of words) {
      for (const form of forms) {
        const found = places.get(form) ?? new Set();
        places.set(form, found.add(`${Math.min(place, LAST_PLACE)}${weight}`));
      }
      place += 1;
    }
    place += GAP;
  }
  const words = [...places.keys()].sort();
  return {
    document: words.map((word) => `'${quoted(word)}':${[...(places.get(word) ?? [])].join()}`).join(" "),
    words,
  };
}

const quoted = (word: string) => word.replace(/['\\]/g, "$&$&");

/** What can be asked for exactly, as `name:value`, each once. Not what is longer than an index can hold. */
function facetsOf(source: DocumentSource): string[] {
  const { kind, keyTonic, keyMode, tags, file } = source;
  const key = keyTonic !== null && keyMode !== null ? formatCamelot({ tonic: keyTonic, mode: keyMode }) : null;
  const facets = [
    ...(kind ? [`type:${kind}`] : []),
    ...(key ? [`key:${key}`] : []),
    ...tags.map((tag) => `tag:${facetText(tag)}`),
    ...source.ownTags.map((tag) => `own:${facetText(tag)}`),
    ...claimed(source.instruments).map((label) => `instrument:${label}`),
    ...[...claimed(source.genres), ...(file?.genres ?? [])].map((genre) => `genre:${facetText(genre)}`),
    ...claimed(source.moods).map((label) => `mood:${label}`),
    ...foldersOf(source.folderPath).map(({ path }) => `in:${path}`),
    ...(source.licence ? [`licence:${source.licence}`] : []),
    ...(source.aiTraining ? [`ai:${source.aiTraining}`] : []),
    ...statesOf(source).map((state) => `is:${state}`),
  ];
  return [...new Set(facets)].filter(({ length }) => length <= FACET_CHARACTERS_MAX).sort();
}

/** A facet's value as it is compared, and as `lib/search-query` reads it. */
const facetText = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** Every folder that the sample is in, with its name as it is written: `Drums/Kicks` → drums, drums/kicks. */
function foldersOf(folderPath: string): { path: string; name: string }[] {
  const names = folderPath
    .normalize("NFC")
    .split("/")
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  const parts = names.map(facetText);
  return names.map((name, at) => ({ path: parts.slice(0, at + 1).join("/"), name }));
}

function statesOf(source: DocumentSource): string[] {
  const { isFailed, isFavourite, isDuplicate, isCorrected } = source;
  const guesses = [source.bpmConfidence, source.keyConfidence, source.kindConfidence];
  const isUnsure = guesses.some((confidence) => confidence !== null && !isClaimed({ confidence }));
  const states = { corrected: isCorrected, unsure: isUnsure, favourite: isFavourite, duplicate: isDuplicate };
  return Object.entries({ ...states, failed: isFailed }).flatMap(([name, holds]) => (holds ? [name] : []));
}
