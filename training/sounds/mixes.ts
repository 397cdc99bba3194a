import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import { type ArrangedNote, arrangement } from "./arrangement";
import { equalised } from "./augmentation";
import {
  addInto,
  between,
  driven,
  filtered,
  normalised,
  peakOf,
  released,
  resampled,
  reverberated,
  SOUND_RATE_HZ,
  silence,
} from "./signal-blocks";

/** The sounds that a mix is made of, by what they are. */
export type Pool = ReadonlyMap<Instrument, readonly Float32Array[]>;

/** A mix of some seconds, and which instruments are heard in each second. */
export type Mix = { signal: Float32Array; heard: Set<Instrument>[] };

export const MIX_SECONDS = 3;
/** A part whose peak is lower than this share of the mix's (−30 dB) does not count as heard. */
const HEARD_SHARE = 0.032;
const EXTRAS: Instrument[] = ["fx", "ambience", "speech", "cymbal", "tom", "cowbell", "percussion", "voice"];

type Part = { label: Instrument; notes: ArrangedNote[]; struck: boolean; gain: number };

/** A stretch of music by its seed, each part on a sound drawn from the pool. */
export function mixOf(seed: number, pool: Pool): Mix {
  const random = new SeededRandom(seed * 2_750_159 + 5);
  const parts = partsOf(random);
  const stems = parts.flatMap((part) => {
    const stem = played(part, pool, random);
    return stem ? [{ label: part.label, stem }] : [];
  });
  const signal = silence(MIX_SECONDS);
  for (const { stem } of stems) addInto(signal, stem);
  const heard = Array.from({ length: MIX_SECONDS }, (_, second) => heardIn(signal, stems, second));
  return { signal: mastered(signal, random), heard };
}

function partsOf(random: SeededRandom): Part[] {
  const level = () => between(random, 0.12, 1);
  const parts: Part[] = arrangement(random, MIX_SECONDS).map((part) => ({ ...part, gain: level() }));
  if (random.chance(0.35)) parts.push(extra(random, level()));
  // A single part is a loop of one instrument.
  return random.chance(0.2) ? [random.pick(parts)] : parts;
}

function extra(random: SeededRandom, gain: number): Part {
  const notes = Array.from({ length: random.whole(1, 4) }, () => ({
    pitch: 60,
    startSeconds: random.between(0, MIX_SECONDS - 0.3),
    lengthSeconds: 2,
    velocity: random.whole(60, 127),
  }));
  return { label: random.pick(EXTRAS), notes, struck: false, gain };
}

/** The part on one sound of its kind, pitched as a sampler would. Null if the pool has none. */
function played({ label, notes, struck, gain }: Part, pool: Pool, random: SeededRandom): Float32Array | null {
  const sounds = pool.get(label);
  const sound = sounds && random.pick(sounds);
  if (!sound) return null;
  const middle = notes.reduce((sum, { pitch }) => sum + pitch, 0) / Math.max(1, notes.length);
  const out = silence(MIX_SECONDS);
  for (const { pitch, startSeconds, lengthSeconds, velocity } of notes) {
    const speed = struck ? 1 : 2 ** (Math.max(-8, Math.min(8, pitch - middle)) / 12);
    const whole = resampled(sound, speed);
    const note = released(whole, struck ? Number.POSITIVE_INFINITY : lengthSeconds);
    addInto(out, note, (velocity / 127) ** 1.5, startSeconds);
  }
  const peak = peakOf(out);
  return peak > 0 ? out.map((x) => (x * gain) / peak) : null;
}

function heardIn(
  mix: Float32Array,
  stems: { label: Instrument; stem: Float32Array }[],
  second: number,
): Set<Instrument> {
  const [from, to] = [second * SOUND_RATE_HZ, (second + 1) * SOUND_RATE_HZ];
  const loudest = peakOf(mix, from, to);
  const heard = stems.filter(({ stem }) => loudest > 0 && peakOf(stem, from, to) >= HEARD_SHARE * loudest);
  return new Set(heard.map(({ label }) => label));
}

/** What a producer and a recording do to the mix. */
function mastered(mix: Float32Array, random: SeededRandom): Float32Array {
  let out = normalised(mix);
  if (random.chance(0.35))
    out = reverberated(out, random, between(random, 0.2, 2), random.between(0.05, 0.4)).slice(0, mix.length);
  if (random.chance(0.4)) out = driven(out, between(random, 1.1, 4));
  if (random.chance(0.3)) out = equalised(out, random);
  if (random.chance(0.3)) out = filtered(out, "low", between(random, 4000, 17_000));
  const floor = random.chance(0.6) ? 0 : 10 ** (-between(random, 45, 90) / 20);
  return out.map((x) => x + floor * (2 * random.next() - 1));
}
