import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { TimedNote } from "@/training/compose/composition";
import { addInto, between, filtered, glide, normalised, SOUND_RATE_HZ } from "./signal-blocks";
import { enveloped, modulated, plucked, stack } from "./synthesis/tones";

const RELEASE_SECONDS = 0.06;

/** A synthesised instrument: the sound of a note of this frequency that is held so long. */
type TunedVoice = (hz: number, heldSeconds: number) => Float32Array;

/** Plays notes in tune on one synthesised instrument, drawn from the seed. Mono at `SOUND_RATE_HZ`. */
export function playInTune(notes: readonly TimedNote[], seconds: number, seed: number): Float32Array {
  const voice = drawVoice(seed);
  const out = new Float32Array(Math.round(seconds * SOUND_RATE_HZ));
  const played = new Map<string, Float32Array>();
  for (const { pitch, startSeconds, lengthSeconds, velocity } of notes) {
    const held = Math.round(lengthSeconds * 100) / 100;
    const sound = played.get(`${pitch} ${held}`) ?? voice(440 * 2 ** ((pitch - 69) / 12), held);
    played.set(`${pitch} ${held}`, sound);
    addInto(out, sound, (velocity / 127) ** 1.5, startSeconds);
  }
  return normalised(out);
}

function drawVoice(seed: number): TunedVoice {
  const random = new SeededRandom(seed * 9_176_263 + 3);
  const kind = random.pick(["stack", "stack", "modulated", "plucked"] as const);
  const attack = random.chance(0.7) ? between(random, 0.002, 0.02) : between(random, 0.03, 0.15);
  const decay = between(random, 0.05, 0.5);
  const sustain = random.between(0.3, 0.9);
  const openness = between(random, 3, 24);
  const depth = random.between(0.5, 4);
  const ratio = random.pick([1, 1, 2, 3]);
  return (hz, heldSeconds) => {
    // The same draws for each note: one instrument.
    const own = new SeededRandom(seed * 31 + 7);
    const seconds = heldSeconds + RELEASE_SECONDS;
    if (kind === "plucked") return faded(plucked(own, hz, seconds), heldSeconds);
    const tone = kind === "stack" ? stack(own, () => hz, seconds) : modulated(own, hz, seconds, depth, ratio);
    const open = Math.min(15_000, hz * openness);
    const sound = kind === "stack" ? filtered(tone, "low", glide(open, hz * 2 + 100, 0.3), 1) : tone;
    const hold = Math.max(0, heldSeconds - attack - decay);
    return faded(enveloped(sound, { attack, decay, sustain, hold, release: RELEASE_SECONDS }), heldSeconds);
  };
}

function faded(sound: Float32Array, heldSeconds: number): Float32Array {
  return sound.map((x, i) => {
    const past = i / SOUND_RATE_HZ - heldSeconds;
    return past <= 0 ? x : x * Math.max(0, 1 - past / RELEASE_SECONDS);
  });
}
