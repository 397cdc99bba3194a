import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Mode } from "@/training/compose/composition";
import { type Harmony, phraseHarmony, scaleOver } from "@/training/compose/human/human-harmony";
import type { Metre } from "./bar-rhythms";

/** A chord and when it sounds, in beats from the first bar line. */
export type ChordSpan = { chord: Harmony; beat: number; beats: number };

/** Chords change about this often, in seconds, whatever the tempo. */
const CHANGE_SECONDS = [0.8, 2.8] as const;
const MOVED_CHANCE = 0.06;

/**
 * Chords over so many bars. They change at bar lines, in the middle of bars that last long, or every other bar of those
 * that are short; now and then a change comes a beat early.
 */
export function chordSpans(
  random: SeededRandom,
  { metre, bars, bpm, mode, plain }: { metre: Metre; bars: number; bpm: number; mode: Mode; plain: boolean },
): ChordSpan[] {
  const { beatsPerBar } = metre;
  const barSeconds = (60 / bpm) * beatsPerBar;
  const wanted = barSeconds / random.between(...CHANGE_SECONDS);
  const total = bars * beatsPerBar;
  const spans: ChordSpan[] = [];
  let chords: Harmony[] = [];
  let closed = random.chance(0.5);
  for (let beat = 0; beat < total; ) {
    if (chords.length === 0) {
      chords = phraseHarmony(random, mode, closed, plain).flat();
      closed = !closed;
    }
    const chord = chords.shift() as Harmony;
    const beats = lengthOf(random, wanted, beatsPerBar, beat);
    const early = beat > 0 && random.chance(MOVED_CHANCE) && beats > 1 ? 1 : 0;
    const last = spans.at(-1);
    if (early && last) last.beats -= early;
    spans.push({ chord, beat: beat - early, beats: beats + early });
    beat += beats;
  }
  return spans;
}

function lengthOf(random: SeededRandom, wanted: number, beatsPerBar: number, beat: number): number {
  const toLine = beatsPerBar - (beat % beatsPerBar);
  const drawn = wanted * 2 ** (0.5 * random.bell());
  if (drawn < 0.6) return toLine + (random.chance(0.5) ? beatsPerBar : 0);
  if (drawn < 1.5 || toLine === 1) return toLine;
  if (drawn > 2.6 && random.chance(0.7)) return 1;
  if (beatsPerBar === 4 && toLine === 4) return 2;
  if (beatsPerBar === 3 && toLine === 3) return random.pick([2, 2, 1]);
  return beatsPerBar === 2 ? 1 : toLine;
}

/** The chord at a beat. */
export function chordAt(spans: readonly ChordSpan[], beat: number): Harmony {
  const at = spans.findLast((span) => span.beat <= beat + 1e-6) ?? spans[0];
  return at?.chord ?? { root: 0, third: 4, fifth: 7, seventh: null };
}

/** The next pitch of a melody: mostly a tone of the chord on a beat, a near tone of the scale elsewhere. */
export function nextPitch(
  random: SeededRandom,
  pitch: number,
  { chord, tonic, mode, onBeat, range }: { chord: Harmony; tonic: number; mode: Mode; onBeat: boolean; range: number },
): number {
  const tones = [0, chord.third, chord.fifth].map((above) => (chord.root + above) % 12);
  const allowed = onBeat && random.chance(0.7) ? tones : scaleOver(chord, mode);
  const centre = 72;
  const pull = pitch > centre + range ? -5 : pitch < centre - range ? 5 : 0;
  const aim = pitch + random.pick([-5, -3, -2, -2, -1, 0, 0, 1, 2, 2, 3, 4]) + pull;
  for (let away = 0; away < 7; away++) {
    for (const candidate of [aim + away, aim - away]) {
      if (allowed.includes((((candidate - tonic) % 12) + 12) % 12)) return candidate;
    }
  }
  return aim;
}
