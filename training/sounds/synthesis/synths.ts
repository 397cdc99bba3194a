import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { addInto, between, driven, filtered, glide, oscillator, silence } from "@/training/sounds/signal-blocks";
import { blip } from "./blips";
import { type Contour, enveloped, lengthOf, modulated, plucked, stack } from "./tones";

// Basses and synthesisers: oscillators through moving filters, frequency modulation, plucked strings.

const CHORDS = [[0], [0], [0], [0, 12], [0, 7], [0, 4, 7], [0, 3, 7], [0, 3, 7, 10], [0, 4, 7, 11]];

export function bass(random: SeededRandom): Float32Array {
  const hz = between(random, 30, 118);
  const contour: Contour = {
    attack: between(random, 0.001, 0.03),
    decay: between(random, 0.05, 0.6),
    sustain: random.between(0, 1),
    hold: between(random, 0.03, 1.4),
    release: between(random, 0.01, 0.3),
  };
  const seconds = lengthOf(contour);
  const slide = random.chance(0.2) ? glide(hz * random.between(0.6, 1.6), hz, between(random, 0.01, 0.15)) : () => hz;
  const kind = random.next();
  let out: Float32Array;
  if (kind < 0.55) out = swept(random, stack(random, slide, seconds), hz, 30);
  else if (kind < 0.75) out = modulated(random, hz, seconds, random.between(0.5, 7), random.pick([0.5, 1, 1, 2, 3]));
  else if (kind < 0.9) out = plucked(random, hz, seconds);
  else out = oscillator("sine", seconds, slide);
  if (kind < 0.55 && random.chance(0.2)) out = wobbled(random, out);
  out = enveloped(out, contour);
  if (random.chance(0.4))
    addInto(
      out,
      enveloped(
        oscillator("sine", seconds, () => hz),
        contour,
      ),
      random.between(0.2, 1),
    );
  return random.chance(0.4) ? driven(out, between(random, 1.5, 10)) : out;
}

/** A low-pass filter that begins to close at the attack. */
function swept(random: SeededRandom, sound: Float32Array, hz: number, mostTimes: number): Float32Array {
  const floor = hz * between(random, 1, 8);
  const top = floor * between(random, 1, mostTimes);
  return filtered(sound, "low", glide(top, floor, between(random, 0.02, 0.6)), random.between(0.6, 6));
}

function wobbled(random: SeededRandom, sound: Float32Array): Float32Array {
  const rate = between(random, 1.5, 12);
  const base = between(random, 100, 400);
  const depth = between(random, 2, 12);
  return filtered(
    sound,
    "low",
    (t) => base * depth ** (0.5 + 0.5 * Math.sin(2 * Math.PI * rate * t)),
    random.between(1, 6),
  );
}

export function synth(random: SeededRandom): Float32Array {
  const kind = random.next();
  if (kind < 0.6) return blip(random);
  const chord = random.pick(CHORDS);
  const hz = between(random, 120, chord.length > 2 ? 500 : 1400);
  const pad = kind > 0.88;
  const contour: Contour = {
    attack: pad ? between(random, 0.05, 1) : between(random, 0.001, 0.03),
    decay: between(random, 0.05, 0.7),
    sustain: random.pick([0, 0.3, 0.7, 1]),
    hold: pad ? random.between(0.5, 2.5) : between(random, 0.02, 0.8),
    release: between(random, 0.02, pad ? 1.2 : 0.4),
  };
  const seconds = lengthOf(contour);
  const vibrato = random.chance(0.3) ? random.between(0.002, 0.015) : 0;
  const fm = random.chance(0.25);
  const depth = random.between(0.5, 5);
  const ratio = random.pick([0.5, 1, 1, 2, 3, 4, 1.5]);
  const out = silence(seconds);
  for (const step of chord) {
    const note = hz * 2 ** (step / 12);
    const moving = (t: number) => note * (1 + vibrato * Math.sin(2 * Math.PI * 5.5 * t));
    addInto(
      out,
      fm ? modulated(random, note, seconds, depth, ratio) : stack(random, moving, seconds),
      1 / chord.length,
    );
  }
  const coloured = enveloped(random.chance(0.75) ? swept(random, out, hz, 20) : out, contour);
  return random.chance(0.25) ? driven(coloured, between(random, 1.5, 6)) : coloured;
}
