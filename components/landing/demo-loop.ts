/** For a visitor who has no file at hand: two bars of music, computed from formulas in their browser. */
export const LOOP_BPM = 124;
export const LOOP_KEY = { tonic: "F#", mode: "minor" } as const;
const LOOP_BEATS = 8;
const LOOP_SECONDS = (LOOP_BEATS * 60) / LOOP_BPM;
export const LOOP_RATE_HZ = 22_050;

const SECONDS_A_BEAT = 60 / LOOP_BPM;
const TAU = 2 * Math.PI;

/** Frequencies in Hz: one bar of F♯ minor seventh, then one bar of D major seventh. */
const CHORDS = [
  { bassHz: 46.25, notesHz: [185, 220, 277.18, 329.63] },
  { bassHz: 36.71, notesHz: [146.83, 185, 220, 277.18] },
] as const;

/** A pitch that falls from 150 to 48 Hz. The phase is the integral of the frequency. */
function kick(secondsIn: number): number {
  const phase = TAU * (48 * secondsIn + (102 / 28) * (1 - Math.exp(-28 * secondsIn)));
  return Math.sin(phase) * Math.exp(-9 * secondsIn);
}

function bass(timeSeconds: number, frequencyHz: number, secondsIntoEighth: number): number {
  const phase = TAU * frequencyHz * 2 * timeSeconds;
  return (Math.sin(phase) + 0.3 * Math.sin(2 * phase)) * Math.exp(-5 * secondsIntoEighth);
}

function chord(timeSeconds: number, notesHz: readonly number[]): number {
  let sum = 0;
  for (const noteHz of notesHz) {
    for (let harmonic = 1; harmonic <= 4; harmonic += 1) {
      sum += Math.sin(TAU * noteHz * harmonic * timeSeconds) / (harmonic * harmonic);
    }
  }
  return sum / notesHz.length;
}

/** Renders the loop, −1…1, mono. The result, noise included, is the same on every machine. */
export function renderDemoLoop(): Float32Array {
  const loop = new Float32Array(Math.round(LOOP_SECONDS * LOOP_RATE_HZ));
  let seed = 20_260;
  let lastNoise = 0;
  for (let index = 0; index < loop.length; index += 1) {
    const time = index / LOOP_RATE_HZ;
    const beat = time / SECONDS_A_BEAT;
    const intoBeat = (beat % 1) * SECONDS_A_BEAT;
    const intoEighth = ((beat * 2) % 1) * (SECONDS_A_BEAT / 2);
    const isOffBeat = beat % 1 >= 0.5;
    const { bassHz, notesHz } = CHORDS[beat < LOOP_BEATS / 2 ? 0 : 1];
    const pumping = 1 - 0.75 * Math.exp(-7 * intoBeat);

    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = seed / 2_147_483_648 - 1;
    const hat = (noise - lastNoise) * Math.exp(-(isOffBeat ? 22 : 70) * intoEighth);
    lastNoise = noise;

    const low = 0.62 * kick(intoBeat) + (isOffBeat ? 0.24 * bass(time, bassHz, intoEighth) : 0);
    const mid = 0.26 * pumping * chord(time, notesHz);
    loop[index] = Math.tanh(low + mid + (isOffBeat ? 0.13 : 0.06) * hat);
  }
  return loop;
}
