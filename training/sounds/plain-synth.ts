import { SeededRandom } from "@/bench/statistics/seeded-random";
import { BASS_CHANNEL, DRUM_CHANNEL, type TimedNote, type TrainingPiece } from "@/training/compose/composition";

/** Pitch is measured at this rate; harmony can be learned from what it holds. */
export const PLAIN_RATE_HZ = 11025;
const HIGHEST_HZ = 4500;
const PARTIALS = 8;
const RELEASE_SECONDS = 0.05;

/** A drawn instrument: strengths of its partials, how it rises, and how it decays in nepers per second. */
type Voice = { partials: number[]; attackSeconds: number; decay: number; gain: number };

/**
 * Plays a piece on instruments and in a tuning drawn from `seed`: additive tones, and noise for drums. It is quick and
 * needs no sound font. Returns mono samples at `PLAIN_RATE_HZ`.
 */
export function playPlainly(piece: Pick<TrainingPiece, "durationSeconds" | "notes">, seed: number): Float32Array {
  const random = new SeededRandom(seed * 40503 + 17);
  const out = new Float32Array(Math.ceil(piece.durationSeconds * PLAIN_RATE_HZ));
  const cents = random.chance(0.6) ? 0 : random.between(-45, 45);
  const voices = Array.from({ length: 3 }, (_, channel) => drawVoice(random, channel === BASS_CHANNEL));
  const drumGain = random.between(0.05, 0.6);
  for (const note of piece.notes) {
    const voice = voices[note.channel];
    if (note.channel === DRUM_CHANNEL) addDrum(out, note, random, drumGain);
    else if (voice) addTone(out, note, voice, cents);
  }
  return colour(out, random);
}

function drawVoice(random: SeededRandom, bass: boolean): Voice {
  const tilt = random.between(bass ? 0.9 : 0.7, 2.4);
  const even = random.chance(0.25) ? 0.1 : 1;
  const partials = Array.from({ length: PARTIALS }, (_, i) => {
    const colouring = random.between(0.4, 1);
    return (colouring * (i % 2 === 1 ? even : 1)) / (i + 1) ** tilt;
  });
  const plucked = random.chance(0.5);
  return {
    partials,
    attackSeconds: plucked ? 0.005 : random.between(0.01, 0.25),
    decay: plucked ? random.between(1.5, 7) : random.between(0, 0.6),
    gain: bass ? random.between(0.1, 0.4) : random.between(0.08, 0.25),
  };
}

function addTone(out: Float32Array, note: TimedNote, voice: Voice, cents: number): void {
  const hz = 440 * 2 ** ((note.pitch - 69 + cents / 100) / 12);
  const start = Math.round(note.startSeconds * PLAIN_RATE_HZ);
  const held = Math.round(note.lengthSeconds * PLAIN_RATE_HZ);
  const release = Math.round(RELEASE_SECONDS * PLAIN_RATE_HZ);
  const end = Math.min(out.length, start + held + release);
  const level = voice.gain * (note.velocity / 100) ** 1.5;
  const attack = Math.max(1, voice.attackSeconds * PLAIN_RATE_HZ);
  voice.partials.forEach((strength, index) => {
    const step = (2 * Math.PI * hz * (index + 1)) / PLAIN_RATE_HZ;
    if (hz * (index + 1) > HIGHEST_HZ) return;
    const turn = 2 * Math.cos(step);
    // A sine by recurrence: one multiplication and one subtraction a sample.
    let before = 0;
    let now = Math.sin(step);
    let fall = strength * level;
    const keep = Math.exp((-voice.decay * (1 + 0.3 * index)) / PLAIN_RATE_HZ);
    for (let i = start; i < end; i++) {
      const since = i - start;
      const rise = since < attack ? since / attack : 1;
      const tail = since > held ? 1 - (since - held) / release : 1;
      (out[i] as number) += before * fall * rise * tail;
      const next = turn * now - before;
      before = now;
      now = next;
      fall *= keep;
    }
  });
}

/** Low drums are a falling tone, all others a burst of noise. */
function addDrum(out: Float32Array, note: TimedNote, random: SeededRandom, gain: number): void {
  const low = note.pitch <= 36;
  const start = Math.round(note.startSeconds * PLAIN_RATE_HZ);
  const end = Math.min(out.length, start + Math.round(0.25 * PLAIN_RATE_HZ));
  const decay = low ? 14 : note.pitch === 46 ? 18 : 35;
  for (let i = start; i < end; i++) {
    const t = (i - start) / PLAIN_RATE_HZ;
    const source = low ? Math.sin(2 * Math.PI * (48 * t - (6 * Math.exp(-30 * t)) / 3)) : random.between(-1, 1);
    (out[i] as number) += gain * (note.velocity / 100) * source * Math.exp(-decay * t);
  }
}

/** Saturation, a thin or dull recording, a noise floor. */
function colour(signal: Float32Array, random: SeededRandom): Float32Array {
  const drive = random.chance(0.4) ? random.between(1.5, 5) : 0;
  const dull = random.chance(0.25) ? random.between(0.15, 0.5) : 1;
  const thin = random.chance(0.25) ? Math.exp((-2 * Math.PI * 120) / PLAIN_RATE_HZ) : 0;
  const floor = random.pick([0, 1e-4, 1e-3, 5e-3]);
  let smooth = 0;
  let slow = 0;
  return signal.map((raw) => {
    const driven = drive > 0 ? Math.tanh(drive * raw) : raw;
    smooth += dull * (driven - smooth);
    slow = thin * slow + (1 - thin) * smooth;
    return (thin > 0 ? smooth - slow : smooth) + floor * random.between(-1, 1);
  });
}
