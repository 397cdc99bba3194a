import { v7 as uuidv7 } from "uuid";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { drawRecord, drawSound, noteName, type Sound } from "./analysis";
import { drawDescriptor, drawFileName, drawTitle } from "./file-names";
import { ownerSizes } from "./owners";
import { drawClass, drawPack, drawPackSize, type Pack } from "./packs";
import { SOUND_CLASSES, type SoundClass } from "./sound-classes";
import { SoundSpace, type SoundSpread } from "./sound-space";
import { OWN_TAGS, ownTagRanks } from "./vocabulary";

export interface LibraryOptions {
  /** How many samples in all; at least 1,000. */
  rows: number;
  seed: number;
  spread: SoundSpread;
}

export interface GeneratedOwner {
  id: string;
  size: number;
}

export interface GeneratedSample {
  id: string;
  ownerId: string;
  fileName: string;
  folderPath: string;
  sizeBytes: number;
  sha256: string;
  createdAtMs: number;
  favouritedAtMs: number | null;
  deletedAtMs: number | null;
  sound: Sound;
  /** Null if the analysis has failed. */
  record: AnalysisRecord | null;
  fileTags: GeneratedFileTags | null;
  correction: {
    bpm?: number | null;
    key?: { tonic: number; mode: "major" | "minor" } | null;
    kind?: SoundClass["kind"];
  } | null;
  ownTags: { tag: string; verdict: "given" | "accepted" | "rejected" | "removed" }[];
}

export interface GeneratedFileTags {
  title: string;
  artist: string;
  album: string;
  year: number;
  genre: string;
  comment: string | null;
  bpm: number | null;
  rating: number | null;
}

const FAILED = 0.005;
const DELETED = 0.005;
const FAVOURITE = 0.03;
const CORRECTED = 0.02;
const OWN_TAGGED = 0.12;
/** How often a file is there twice, and how many files a series of similar sounds has at most. */
const TWICE = 0.01;
const SERIES_MAX = 16;
const EXTENSIONS = [".wav", ".wav", ".wav", ".aif", ".flac", ".mp3", ".ogg"];

/** The owners of a library, the largest first. Their ids do not depend on its size. */
export function libraryOwners({ rows, seed }: LibraryOptions): GeneratedOwner[] {
  const random = new SeededRandom(seed ^ 0x0123);
  return ownerSizes(rows).map((size) => ({ id: identifier(random, Date.UTC(2024, 0, 1)), size }));
}

/** Every sample of the library in the order in which they were added. The same options always give the same ones. */
export function* generateLibrary(options: LibraryOptions): Generator<GeneratedSample> {
  const { seed, spread } = options;
  const random = new SeededRandom(seed);
  const space = new SoundSpace(seed, spread);
  const additions = libraryOwners(options).flatMap(({ id, size }) => {
    const sizes: number[] = [];
    for (let room = size; room > 0; room -= sizes.at(-1) as number) sizes.push(drawPackSize(random, room));
    return sizes.map((packSize) => ({ ownerId: id, packSize }));
  });
  random.shuffle(additions);
  for (const [index, { ownerId, packSize }] of additions.entries()) {
    // One stream of chance for names and values, one for vectors: the same names in both spreads.
    const ofPack = new SeededRandom(seed * 1_000_003 + index);
    const pack = drawPack(ofPack, packSize, index / additions.length);
    yield* packSamples(ofPack, new SeededRandom(seed * 7_000_003 + index), space, pack, ownerId);
  }
}

function* packSamples(
  random: SeededRandom,
  chance: SeededRandom,
  space: SoundSpace,
  pack: Pack,
  ownerId: string,
): Generator<GeneratedSample> {
  const ofPack = space.drawPlace(chance);
  let previous: GeneratedSample | null = null;
  for (let made = 0; made < pack.size; ) {
    const series = drawSeries(random, pack);
    const place = space.drawPlace(chance);
    const length = Math.min(random.whole(1, SERIES_MAX), pack.size - made);
    for (let number = 1; number <= length; number++, made++) {
      const isTwin: boolean = previous?.record !== null && random.chance(TWICE);
      const vector = space.drawVector(chance, { ...series, pack: ofPack, series: place });
      const at = { ownerId, createdAtMs: pack.addedAtMs + made * 1500, number };
      const sample: GeneratedSample = drawSample(random, pack, series, vector, at);
      if (isTwin && previous) copySound(sample, previous);
      yield sample;
      previous = sample;
    }
  }
}

/** The same bytes under another name. */
function copySound(sample: GeneratedSample, original: GeneratedSample): void {
  const { sound, record, sha256, sizeBytes, fileTags } = original;
  Object.assign(sample, { sound, record, sha256, sizeBytes, fileTags });
}

interface Series {
  classIndex: number;
  clarity: number;
  soundClass: SoundClass;
  name: string;
  descriptor: string;
  extension: string;
}

function drawSeries(random: SeededRandom, pack: Pack): Series {
  const classIndex = drawClass(random, pack);
  const soundClass = SOUND_CLASSES[classIndex] as SoundClass;
  return {
    classIndex,
    clarity: soundClass.pitch === null ? random.next() ** 2 * 0.6 : random.between(0.3, 1),
    soundClass,
    name: random.pick(soundClass.names),
    descriptor: drawDescriptor(random),
    extension: random.pick(EXTENSIONS),
  };
}

function drawSample(
  random: SeededRandom,
  pack: Pack,
  series: Series,
  vector: Float32Array,
  at: { ownerId: string; createdAtMs: number; number: number },
): GeneratedSample {
  const { soundClass } = series;
  const sound = drawSound(random, pack, soundClass);
  const { bpm, tonic, mode, octave } = sound;
  const named = {
    ...series,
    descriptor: random.chance(0.5) ? series.descriptor : drawDescriptor(random),
    number: at.number,
    bpm,
    key: soundClass.pitch === "key" && tonic !== null ? { tonic, mode } : null,
    note: soundClass.pitch === "note" && tonic !== null && random.chance(0.5) ? noteName(tonic, octave) : null,
  };
  const isRecord = !random.chance(FAILED);
  return {
    id: identifier(random, at.createdAtMs),
    ownerId: at.ownerId,
    fileName: drawFileName(random, pack, named),
    folderPath: pack.kind === "samples" && random.chance(0.9) ? `${pack.root}/${soundClass.folder}` : pack.root,
    sizeBytes: Math.round(sound.seconds * 44_100 * (named.extension === ".mp3" ? 0.7 : 6)) + 44,
    sha256: hex(random, 64),
    createdAtMs: at.createdAtMs,
    favouritedAtMs: random.chance(FAVOURITE) ? at.createdAtMs + 86_400_000 : null,
    deletedAtMs: random.chance(DELETED) ? at.createdAtMs + 172_800_000 : null,
    sound,
    record: isRecord ? drawRecord(random, pack, sound, vector) : null,
    fileTags: pack.isTagged && random.chance(0.9) ? drawFileTags(random, pack, sound) : null,
    correction: isRecord && random.chance(CORRECTED) ? drawCorrection(random, sound) : null,
    ownTags: random.chance(OWN_TAGGED) ? drawOwnTags(random) : [],
  };
}

function drawFileTags(random: SeededRandom, pack: Pack, { bpm }: Sound): GeneratedFileTags {
  return {
    title: drawTitle(random),
    artist: pack.artist,
    album: pack.title,
    year: pack.year,
    genre: pack.fileGenre,
    comment: random.chance(0.2) ? `From ${pack.title}. ${drawTitle(random)}` : null,
    bpm: random.chance(0.7) ? bpm : null,
    rating: random.chance(0.05) ? random.whole(1, 5) / 5 : null,
  };
}

function drawCorrection(random: SeededRandom, { bpm, tonic }: Sound): GeneratedSample["correction"] {
  const what = random.next();
  if (bpm !== null && what < 0.6) return { bpm };
  if (tonic !== null && what < 0.8) return { key: { tonic, mode: random.pick(["major", "minor"]) } };
  if (what < 0.9) return { kind: random.pick(["one-shot", "loop", "track"]) };
  return random.chance(0.5) ? { bpm: null } : { key: null };
}

function drawOwnTags(random: SeededRandom): GeneratedSample["ownTags"] {
  const tags = new Set(Array.from({ length: random.whole(1, 3) }, () => OWN_TAGS[ownTagRanks.draw(random)] as string));
  return [...tags].map((tag) => {
    const draw = random.next();
    return { tag, verdict: draw < 0.75 ? "given" : draw < 0.9 ? "accepted" : "rejected" };
  });
}

function identifier(random: SeededRandom, msecs: number): string {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < bytes.length; i++) bytes[i] = random.next() * 256;
  return uuidv7({ msecs, random: bytes });
}

function hex(random: SeededRandom, digits: number): string {
  let text = "";
  while (text.length < digits)
    text += Math.floor(random.next() * 0x1000_0000)
      .toString(16)
      .padStart(7, "0");
  return text.slice(0, digits);
}
