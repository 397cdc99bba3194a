import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Mode } from "@/training/compose/composition";
import { type NamedChord, namedChord } from "./named-chord";
import { POP_CHORD_SHARE, POP_FIRST_CHORD, POP_LAST_CHORD, POP_NEXT_CHORD } from "./pop-counts";
import { drawn, shareOf } from "./shares";

/** A chord that begins on a beat of a section and lasts until the next. `bass` is its lowest note above the tonic. */
export type PlacedChord = NamedChord & { beat: number; beats: number; bass: number };

/** What a chorus begins with; no count tells, but it is less often the tonic than a whole song. */
const CHORUS_START = { major: "I 420 IV 270 vi 220 V 50 ii 40", minor: "i 420 bVI 290 bIII 150 iv 90 bVII 50" };
/** Chance that two chords share a bar, and that a chord is held over the next bar. */
const TWO_A_BAR = 0.42;
const HELD = 0.06;
/** A part of four bars is played twice, the second time with another end. */
const REPEATED = 0.7;
const SEVENTH = 0.1;
const INVERTED = 0.1;

/** The chords of a section of eight bars. */
export function popSection(random: SeededRandom, mode: Mode, part: "verse" | "chorus", beatsPerBar: number) {
  const start = drawn(random, (part === "verse" ? POP_FIRST_CHORD : CHORUS_START)[mode]);
  const known = startOf(start, mode);
  const bars = chain(random, mode, known, 8, known);
  if (random.chance(REPEATED)) {
    const half = chain(random, mode, known, 4, known);
    const again = half.slice(0, 3);
    const before = again.at(-1)?.at(-1) ?? known;
    bars.splice(0, 8, ...half, ...again, [next(random, mode, before, known)]);
  }
  return placed(random, bars, beatsPerBar);
}

/** The chord that a song ends on. */
export const popEnd = (random: SeededRandom, mode: Mode, beats: number): PlacedChord =>
  inPlace(random, drawn(random, POP_LAST_CHORD[mode]), 0, beats);

/** A chord that something is known to follow; rare ones are replaced by common ones. */
function startOf(name: string, mode: Mode): string {
  return name in POP_NEXT_CHORD[mode] ? name : mode === "major" ? "I" : "i";
}

/** The names of each bar; the last chord is one that leads to `goal`. */
function chain(random: SeededRandom, mode: Mode, first: string, count: number, goal: string): string[][] {
  const bars: string[][] = [];
  let chord = first;
  for (let bar = 0; bar < count; bar++) {
    if (bar > 0 && !random.chance(HELD)) chord = next(random, mode, chord, bar === count - 1 ? goal : null);
    const names = [chord];
    if (random.chance(TWO_A_BAR)) {
      chord = next(random, mode, chord, bar === count - 1 ? goal : null);
      names.push(chord);
    }
    bars.push(names);
  }
  return bars;
}

function next(random: SeededRandom, mode: Mode, chord: string, goal: string | null): string {
  const table: Record<string, string> = POP_NEXT_CHORD[mode];
  const following = table[chord] ?? POP_CHORD_SHARE[mode];
  const leads = (name: string) => (goal === null ? 1 : 0.02 + shareOf(table[name] ?? "", goal) / 1000);
  return startOf(drawn(random, following, leads), mode);
}

function placed(random: SeededRandom, bars: string[][], beatsPerBar: number): PlacedChord[] {
  const chords: PlacedChord[] = [];
  bars.forEach((names, bar) => {
    const share = beatsPerBar === 3 && names.length > 1 ? [2, 1] : names.map(() => beatsPerBar / names.length);
    names.forEach((name, index) => {
      const beat = bar * beatsPerBar + (index === 0 ? 0 : (share[0] ?? 0));
      chords.push(inPlace(random, name, beat, share[index] ?? beatsPerBar));
    });
  });
  return chords;
}

function inPlace(random: SeededRandom, name: string, beat: number, beats: number): PlacedChord {
  const chord = namedChord(name);
  const { root, tones } = chord;
  const major = tones[1] === 4;
  const seventh = random.chance(SEVENTH) ? [name === "V" || !major ? 10 : 11] : [];
  const inverted = random.chance(INVERTED) ? random.pick(tones.slice(1)) : 0;
  return { root, tones: [...tones, ...seventh], beat, beats, bass: (root + inverted) % 12 };
}
