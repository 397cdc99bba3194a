import { PITCH_FFT_SIZE, PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import { DRUM_CHANNEL, type TrainingPiece } from "@/training/compose/composition";
import { PLAIN_RATE_HZ } from "@/training/sounds/plain-synth";

/** Frames of the engine's long transform. */
export const CHROMA_PER_SECOND = PLAIN_RATE_HZ / PITCH_HOP;
const WINDOW_SECONDS = PITCH_FFT_SIZE / PLAIN_RATE_HZ;
/** Semitones above a note and amplitudes of what sounds with it. */
const HARMONICS = [
  [0, 1],
  [7, 0.3],
  [4, 0.12],
] as const;
const DECAY_SECONDS = 1.2;

/**
 * Twelve pitch classes a frame, much as the engine would measure them, but taken from the notes: beats and metre are
 * learned from thousands of pieces, and all that counts there is when the harmony changes.
 */
export function noteChroma({ notes, durationSeconds }: TrainingPiece): Float32Array {
  const frames = Math.ceil(durationSeconds * CHROMA_PER_SECOND);
  const power = new Float64Array(frames * 12);
  for (const { channel, pitch, startSeconds, lengthSeconds, velocity } of notes) {
    if (channel === DRUM_CHANNEL) continue;
    const from = Math.max(0, Math.ceil((startSeconds - WINDOW_SECONDS / 2) * CHROMA_PER_SECOND));
    const to = Math.min(
      frames - 1,
      Math.floor((startSeconds + lengthSeconds + WINDOW_SECONDS / 2) * CHROMA_PER_SECOND),
    );
    for (let frame = from; frame <= to; frame++) {
      const seconds = frame / CHROMA_PER_SECOND;
      const inside = covered(seconds, startSeconds, startSeconds + lengthSeconds);
      const level = (velocity / 127) ** 2 * Math.exp(-Math.max(0, seconds - startSeconds) / DECAY_SECONDS) * inside;
      for (const [above, amplitude] of HARMONICS) {
        const at = frame * 12 + ((pitch + above) % 12);
        power[at] = (power[at] ?? 0) + (level * amplitude) ** 2;
      }
    }
  }
  return scaled(power, frames);
}

/** Share, 0 … 1, of a frame's window that a note fills; the window is highest in its middle. */
function covered(centre: number, start: number, end: number): number {
  const phase = (seconds: number) => Math.max(-0.5, Math.min(0.5, (seconds - centre) / WINDOW_SECONDS));
  const integral = (x: number) => x + Math.sin(2 * Math.PI * x) / (2 * Math.PI);
  return integral(phase(end)) - integral(phase(start));
}

/** Square roots of amplitude to a sum of 1 a frame, as `ChromaFold` gives. */
function scaled(power: Float64Array, frames: number): Float32Array {
  const chroma = Float32Array.from(power, (value) => value ** 0.25);
  for (let frame = 0; frame < frames; frame++) {
    const classes = chroma.subarray(frame * 12, frame * 12 + 12);
    const sum = classes.reduce((all, value) => all + value, 0);
    if (sum > 0) for (const [c, value] of classes.entries()) classes[c] = value / sum;
  }
  return chroma;
}
