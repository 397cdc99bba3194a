import { noise } from "./test-signals";

/** What a bar of sixteen steps is played with; hats fall on every second step. */
export type DrumPattern = { kicks: readonly number[]; snares: readonly number[] };

/** Bars of 4/4 on simple drums: a falling sine, a tone with noise, and high noise. */
export function drumTrack(bpm: number, bars: number, { kicks, snares }: DrumPattern, sampleRateHz = 44_100) {
  const step = (15 * sampleRateHz) / bpm;
  const track = new Float32Array(Math.round(16 * bars * step));
  const [kick, snare, hat] = [kickSound(sampleRateHz), snareSound(sampleRateHz), hatSound(sampleRateHz)];
  for (let at = 0; at < 16 * bars; at++) {
    if (kicks.includes(at % 16)) add(track, at * step, kick, 0.5);
    if (snares.includes(at % 16)) add(track, at * step, snare, 0.45);
    if (at % 2 === 0) add(track, at * step, hat, 0.12);
  }
  return track;
}

function add(track: Float32Array, at: number, sound: Float32Array, gain: number): void {
  const start = Math.round(at);
  for (let i = 0; i < sound.length && start + i < track.length; i++) track[start + i] += gain * sound[i];
}

function kickSound(sampleRateHz: number): Float32Array {
  return Float32Array.from({ length: Math.round(0.3 * sampleRateHz) }, (_, i) => {
    const t = i / sampleRateHz;
    return Math.sin(2 * Math.PI * (50 * t + 4.5 * (1 - Math.exp(-40 * t)))) * Math.exp(-14 * t);
  });
}

function snareSound(sampleRateHz: number): Float32Array {
  return noise(Math.round(0.2 * sampleRateHz), 0.8, 3).map((wires, i) => {
    const t = i / sampleRateHz;
    const head = 0.5 * (Math.sin(2 * Math.PI * 190 * t) + Math.sin(2 * Math.PI * 330 * t)) * Math.exp(-22 * t);
    return head + wires * Math.exp(-20 * t);
  });
}

function hatSound(sampleRateHz: number): Float32Array {
  const white = noise(Math.round(0.06 * sampleRateHz), 1, 5);
  return white.map((value, i) => (value - (white[i - 1] ?? 0)) * Math.exp((-70 * i) / sampleRateHz));
}
