import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { GENRES, type Genre } from "@/lib/analysis/record/values/genres";
import type { KeyLike } from "@/lib/music/keys";
import { drawBpm, drawKey, ZipfRanks } from "./distributions";
import { classShares, SOUND_CLASSES } from "./sound-classes";
import { FILE_GENRES, FIRST_NAMES, MADE_UP, madeUpRanks, PACK_ADJECTIVES, PACK_NOUNS } from "./vocabulary";

/** What somebody adds at once: a bought pack, the bounces of a project, an evening of field recordings. */
export interface Pack {
  kind: "samples" | "bounces" | "field";
  size: number;
  title: string;
  /** As its files abbreviate it. */
  code: string;
  artist: string;
  /** Folder that all its files are in. */
  root: string;
  /** How its files are named; see `drawFileName`. */
  style: number;
  genre: Genre;
  fileGenre: string;
  /** Its loops are near this tempo, and many of them are in this key. */
  bpm: number;
  key: KeyLike & { tonic: number };
  year: number;
  /** Whether its files have tags in them. */
  isTagged: boolean;
  addedAtMs: number;
}

const SMALLEST = 8;
const LARGEST = 400;
const genreRanks = new ZipfRanks(GENRES.length, 0.7, 2);
const SPAN_MS = 2 * 365 * 86_400_000;
const FIRST_ADDED_MS = Date.UTC(2024, 0, 2);

/** How many files the next pack of an owner has who has room for so many. Evenly spread on the log scale. */
export function drawPackSize(random: SeededRandom, room: number): number {
  const size = Math.round(SMALLEST * (LARGEST / SMALLEST) ** random.next());
  return room - size < SMALLEST ? Math.min(room, LARGEST) : size;
}

/** `place` of 0 to 1 is when it was added, within two years. */
export function drawPack(random: SeededRandom, size: number, place: number): Pack {
  const draw = random.next();
  const kind = draw < 0.88 ? "samples" : draw < 0.96 ? "bounces" : "field";
  const genre = GENRES[genreRanks.draw(random)] as Genre;
  const name = MADE_UP[madeUpRanks.draw(random)] as string;
  const noun = random.pick(PACK_NOUNS);
  const volume = random.whole(1, 9);
  const title = random.pick([
    `${random.pick(PACK_ADJECTIVES)} ${noun} Vol. ${volume}`,
    `${name} - ${noun} ${volume}`,
    `${name} ${random.pick(PACK_ADJECTIVES)} ${noun}`,
    `${noun.toUpperCase()} by ${name}`,
    `${random.pick(PACK_ADJECTIVES)} ${name}`,
  ]);
  const year = random.whole(1998, 2025);
  const folk = genre === "folk" || genre === "classical";
  return {
    kind,
    size,
    title,
    code: `${title.replaceAll(/[^A-ZÄÖÜ]/g, "").slice(0, 3) || "SMP"}${volume}`,
    artist: random.chance(0.4) ? `${random.pick(FIRST_NAMES)} ${name}` : name,
    root: rootFolder(random, kind, title, name, year),
    style: random.whole(0, 7),
    genre,
    fileGenre: random.chance(0.5) ? genre.replace(/^./, (letter) => letter.toUpperCase()) : random.pick(FILE_GENRES),
    bpm: drawBpm(random, genre === "classical" ? "piano" : "pop"),
    key: drawKey(random, folk ? "folk" : "pop"),
    year,
    isTagged: random.chance(0.4),
    addedAtMs: FIRST_ADDED_MS + Math.floor(SPAN_MS * place),
  };
}

function rootFolder(random: SeededRandom, kind: Pack["kind"], title: string, name: string, year: number): string {
  if (kind === "bounces") return `Projects/${year}/${name}/Bounces`;
  if (kind === "field") return `Aufnahmen/${year}-${String(random.whole(1, 12)).padStart(2, "0")}`;
  const shelf = random.pick(["Samples", "Sample Packs", "Drum Samples", ""]);
  return [shelf, title.replaceAll("/", "-")].filter(Boolean).join("/");
}

const TRACKS = SOUND_CLASSES.flatMap(({ kind, pitch }, index) => (kind === "track" && pitch ? [index] : []));
const FIELD = SOUND_CLASSES.findIndex(({ folder }) => folder === "Atmos");

/** The class of the pack's next series of files. */
export function drawClass(random: SeededRandom, pack: Pack): number {
  if (pack.kind === "bounces") return random.pick(TRACKS);
  if (pack.kind === "field") return FIELD;
  for (;;) {
    const drawn = classShares.draw(random);
    if (!TRACKS.includes(drawn)) return drawn;
  }
}
