import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { KeyLike } from "@/lib/music/keys";
import { TONICS } from "@/lib/music/keys";
import type { Pack } from "./packs";
import type { SoundClass } from "./sound-classes";
import {
  DESCRIPTORS,
  descriptorRanks,
  GERMAN_DESCRIPTORS,
  MADE_UP,
  madeUpRanks,
  TITLE_ENDINGS,
  TITLE_WORDS,
  titleRanks,
} from "./vocabulary";

/** What a name may tell: of a loop its tempo, of a pitched sound its key or note. */
export interface Named {
  soundClass: SoundClass;
  /** As the pack calls this series. */
  name: string;
  descriptor: string;
  number: number;
  bpm: number | null;
  key: (KeyLike & { tonic: number }) | null;
  note: string | null;
  extension: string;
}

const FLATS = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"] as const;
const GERMAN = ["C", "Des", "D", "Es", "E", "F", "Fis", "G", "As", "A", "B", "H"] as const;

export function drawDescriptor(random: SeededRandom): string {
  return random.chance(0.85)
    ? (DESCRIPTORS[descriptorRanks.draw(random)] as string)
    : (MADE_UP[madeUpRanks.draw(random)] as string);
}

/** `Am`, `Fmin`, `Bb`, `C#maj`, in the way of one pack. */
function keyText({ tonic, mode }: KeyLike & { tonic: number }, style: number): string {
  const name = style % 2 === 0 ? TONICS[tonic] : FLATS[tonic];
  if (style % 3 === 0) return `${name}${mode === "minor" ? "min" : "maj"}`;
  return `${name}${mode === "minor" ? "m" : ""}`;
}

/** The ways in which packs write their names, by `Pack.style`. Parts that a sound has not are left out. */
const STYLES: readonly ((pack: Pack, named: Named, key: string, bpm: string, nn: string) => string)[] = [
  // DHE2_120_Am_BassLoop_Groover_03
  (pack, { name, descriptor }, key, bpm, nn) =>
    joined("_", pack.code, bpm, key, name.replaceAll(" ", ""), descriptor, nn),
  // KICK_808-Hard02
  (_, { name, descriptor }, key, bpm, nn) => `${joined("_", name.toUpperCase(), bpm, key)}-${descriptor}${nn}`,
  // Kick 07 (Punchy)
  (_, { name, descriptor }, key, bpm, nn) => `${joined(" ", name, nn, bpm && `${bpm} BPM`, key)} (${descriptor})`,
  // darkPluckLoop03_Fmin_140bpm
  (_, { name, descriptor }, key, bpm, nn) =>
    joined("_", `${descriptor.toLowerCase()}${name.replaceAll(" ", "")}${nn}`, key, bpm && `${bpm}bpm`),
  // Snare-Tight-14
  (_, { name, descriptor }, key, bpm, nn) => joined("-", name.replaceAll(" ", "-"), descriptor, bpm, key, nn),
  // Gitarre trocken 98 BPM D-Moll 2
  (_, named, __, bpm, nn) =>
    joined(
      " ",
      named.name,
      GERMAN_DESCRIPTORS[named.descriptor.length % GERMAN_DESCRIPTORS.length] as string,
      bpm && `${bpm} BPM`,
      germanKey(named),
      nn,
    ),
  // Vibe_kick_deep_2
  (pack, { name, descriptor }, key, bpm, nn) =>
    joined(
      "_",
      pack.title.split(" ")[0] as string,
      name.toLowerCase().replaceAll(" ", "_"),
      descriptor.toLowerCase(),
      key,
      bpm,
      nn,
    ),
  // [128] Bass Loop Deep - Am
  (_, { name, descriptor }, key, bpm, nn) => joined(" ", bpm && `[${bpm}]`, name, descriptor, nn, key && `- ${key}`),
];

function germanKey({ key }: Named): string {
  return key ? `${GERMAN[key.tonic]}-${key.mode === "minor" ? "Moll" : "Dur"}` : "";
}

const joined = (separator: string, ...parts: string[]) => parts.filter(Boolean).join(separator);

export function drawFileName(random: SeededRandom, pack: Pack, named: Named): string {
  const digits = pack.size > 99 ? 3 : 2;
  const number = String(named.number).padStart(digits, "0");
  if (pack.kind === "field") {
    const recorder = random.chance(0.6);
    return recorder ? `ZOOM${number.padStart(4, "0")}.WAV` : `${named.name} ${named.descriptor} ${number}.wav`;
  }
  if (pack.kind === "bounces") return `${trackName(random, pack, named)}${named.extension}`;
  const key = named.note ?? (named.key ? keyText(named.key, pack.style) : "");
  const bpm = named.bpm === null ? "" : String(Math.round(named.bpm));
  const style = STYLES[pack.style] as (typeof STYLES)[number];
  return `${style(pack, named, key, bpm, number)}${named.extension}`;
}

/** Two or three words, as songs are called. */
export function drawTitle(random: SeededRandom): string {
  const word = () =>
    random.chance(0.8)
      ? (TITLE_WORDS[titleRanks.draw(random)] as string)
      : (MADE_UP[madeUpRanks.draw(random)] as string);
  const words = Array.from({ length: random.whole(1, 3) }, word).join(" ");
  return words.replace(/^./, (letter) => letter.toUpperCase());
}

function trackName(random: SeededRandom, pack: Pack, named: Named): string {
  const title = drawTitle(random);
  const ending = random.pick(TITLE_ENDINGS);
  return random.pick([
    `${title} (${ending})`,
    `${pack.artist} - ${title}`,
    `${title.replaceAll(" ", "_")}_${named.key ? keyText(named.key, 1) : ""}_${named.bpm === null ? "" : Math.round(named.bpm)}`,
    `${title} ${ending} ${named.number}`,
    `${named.number} ${title}`,
  ]);
}
