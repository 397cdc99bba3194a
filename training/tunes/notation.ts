import type { Mode } from "@/training/compose/composition";
/**
 * A tune in letters, one for each quaver: C … B from middle C, c … b an octave higher; `,` and `'` move a note an octave
 * down and up, `^` `_` `=` make it sharp, flat and natural, `2` `3` are lengths, `/` is half, `>` dots a note and shortens
 * the next, `(3` is three in the time of two, `-` a tie, `z` a rest, `|` a bar line. The last bar completes a pickup.
 */
export type Tune = {
  name: string;
  kind: string;
  /** Tonic and scale, such as "E dorian"; letters without a sign are notes of that scale. */
  key: string;
  metre: keyof typeof METRES;
  /** Usual tempo of the beat. */
  bpm: number;
  melody: string;
  /** Names of the chords, one word a bar; `,` separates chords that share a bar evenly. */
  chords?: string;
  /** Or what the left hand plays. */
  left?: string;
};
/** `start` (from the first bar line) and `length` are in quavers. */
export type WrittenNote = { pitch: number; start: number; length: number };
export type Score = {
  tonic: number;
  mode: Mode;
  eighthsPerBar: number;
  eighthsPerBeat: number;
  /** Quavers before the first bar line. */
  pickup: number;
  bars: number;
  melody: WrittenNote[];
  left: WrittenNote[];
  chords: { root: number; third: number; fifth: number; seventh: number | null; start: number; length: number }[];
};

const METRES = {
  "4/4": [8, 2],
  "3/4": [6, 2],
  "2/2": [8, 4],
  "6/8": [6, 3],
  "9/8": [9, 3],
  /** Three in a crotchet, written as triplets. */
  "9/8 as 3/4": [6, 2],
} as const;
/** How many fifths a scale's signature lies from that of the major scale on its tonic. */
const SCALES: Record<string, { fifths: number; mode: Mode }> = {
  major: { fifths: 0, mode: "major" },
  mixolydian: { fifths: -1, mode: "major" },
  dorian: { fifths: -2, mode: "minor" },
  minor: { fifths: -3, mode: "minor" },
};
const LETTERS: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const SIGNS: Record<string, number> = { "^": 1, "#": 1, _: -1, b: -1, "=": 0 };
const SHARPS = "FCGDAEB";
const TOKEN = /(\(3)?([\^_=]?)([A-Ga-gz])([,']*)(\d*)(\/?)(>?)(-?)|\|/g;

/** The notes and chords of a tune. @throws Error if a bar is too short or too long, or a sign is unknown */
export function readTune(tune: Tune): Score {
  const [tonicName = "", scaleName = ""] = tune.key.split(" ");
  const scale = SCALES[scaleName];
  if (!scale) throw new Error(`${tune.name}: no scale ${scaleName}`);
  const tonic = pitchClass(tonicName);
  const signature = signatureOf(tonicName, scale.fifths);
  const [eighthsPerBar, eighthsPerBeat] = METRES[tune.metre];
  const melody = readPart(tune.name, tune.melody, signature, eighthsPerBar);
  const left = tune.left ? readPart(tune.name, tune.left, signature, eighthsPerBar) : null;
  if (left && (left.bars !== melody.bars || left.pickup !== melody.pickup))
    throw new Error(`${tune.name}: hands differ`);
  const chords = readChords(tune.chords ?? "", eighthsPerBar);
  const words = (tune.chords ?? "").split(/\s+/).filter(Boolean).length;
  if (tune.chords && words !== melody.bars) throw new Error(`${tune.name}: ${words} chords, ${melody.bars} bars`);
  return {
    ...{ tonic, mode: scale.mode, eighthsPerBar, eighthsPerBeat, pickup: melody.pickup, bars: melody.bars },
    ...{ melody: melody.notes, left: left?.notes ?? [], chords },
  };
}

const pitchClass = (name: string) => ((LETTERS[name.charAt(0)] ?? 0) + (SIGNS[name.charAt(1)] ?? 0) + 12) % 12;

/** How many semitones the signature moves each letter. */
function signatureOf(tonicName: string, scaleFifths: number): Record<string, number> {
  const fifths = SHARPS.indexOf(tonicName.charAt(0)) - 1 + 7 * (SIGNS[tonicName.charAt(1)] ?? 0) + scaleFifths;
  return Object.fromEntries([...SHARPS].map((letter, i) => [letter, i < fifths ? 1 : 6 - i < -fifths ? -1 : 0]));
}

function readPart(name: string, text: string, signature: Record<string, number>, eighthsPerBar: number) {
  const bars = text.replace(/\s/g, "").split("|");
  const notes: WrittenNote[] = [];
  const lengths = bars.map((bar) => barLength(bar));
  const first = lengths[0] ?? 0;
  const pickup = first < eighthsPerBar ? first : 0;
  lengths.forEach((length, i) => {
    const wanted = i === 0 && pickup > 0 ? pickup : i === bars.length - 1 ? eighthsPerBar - pickup : eighthsPerBar;
    if (Math.abs(length - wanted) > 1e-6) throw new Error(`${name}: bar ${i} "${bars[i]}" has ${length} eighths`);
  });
  let at = -pickup;
  let tied = false;
  for (const { pitch, length, tie } of bars.flatMap((bar) => [...tokensOf(bar, signature)])) {
    const last = notes.at(-1);
    if (tied && last) last.length += length;
    else if (pitch !== null) notes.push({ pitch, start: at, length });
    tied = tie;
    at += length;
  }
  return { notes, pickup, bars: pickup > 0 ? bars.length - 1 : bars.length };
}

const barLength = (bar: string) => [...tokensOf(bar, {})].reduce((sum, { length }) => sum + length, 0);

function* tokensOf(bar: string, signature: Record<string, number>) {
  let triplet = 0;
  let share = 1;
  const rest = bar.replace(TOKEN, "");
  if (rest) throw new Error(`cannot read "${rest}" in "${bar}"`);
  for (const [, three, sign = "", letter = "z", marks = "", count, half, dot, tie] of bar.matchAll(TOKEN)) {
    if (three) triplet = 3;
    const written = (Number(count) || 1) * (half ? 0.5 : 1) * (triplet > 0 ? 2 / 3 : 1);
    const length = written * (dot ? 1.5 : share);
    share = dot ? 0.5 : 1;
    triplet = Math.max(0, triplet - 1);
    const upper = letter.toUpperCase();
    const octave = (letter === upper ? 60 : 72) + [...marks].reduce((sum, mark) => sum + (mark === "'" ? 12 : -12), 0);
    const shift = sign ? (SIGNS[sign] ?? 0) : (signature[upper] ?? 0);
    yield { pitch: letter === "z" ? null : octave + (LETTERS[upper] ?? 0) + shift, length, tie: tie === "-" };
  }
}

function readChords(text: string, eighthsPerBar: number): Score["chords"] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word, bar) => {
      const names = word.split(",");
      const length = eighthsPerBar / names.length;
      return names.map((name, i) => ({ ...chordOf(name), start: bar * eighthsPerBar + i * length, length }));
    });
}

function chordOf(name: string) {
  const [, root = "C", minor, seventh] = /^([A-G][#b]?)(m?)(7?)$/.exec(name) ?? [];
  return { root: pitchClass(root), third: minor ? 3 : 4, fifth: 7, seventh: seventh ? 10 : null };
}
