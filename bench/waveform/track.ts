import { closeSync, openSync, writeSync } from "node:fs";
import { wavHeader } from "@/tests/fixtures/wav-file";

/** Ten minutes of it are within the limit for a file. */
export const RATE = 32_000;
const BPM = 120;
const BLOCK_FRAMES = RATE;

/** Writes ten minutes or so of stereo: a drum on each beat, chords that change each bar, and noise. Always the same. */
export function writeTrack(path: string, seconds: number): void {
  const descriptor = openSync(path, "w");
  writeSync(descriptor, wavHeader({ format: "s16", sampleRateHz: RATE, channels: 2, dataBytes: seconds * RATE * 4 }));
  const block = new Int16Array(BLOCK_FRAMES * 2);
  let noise = 1;
  for (let second = 0; second < seconds; second++) {
    for (let at = 0; at < BLOCK_FRAMES; at++) {
      const time = second + at / RATE;
      noise = (noise * 16_807) % 2_147_483_647;
      const hiss = noise / 2_147_483_647 - 0.5;
      const sinceBeat = time % (60 / BPM);
      const drum = Math.exp(-sinceBeat * 30) * Math.sin(2 * Math.PI * 60 * sinceBeat);
      const root = [220, 261.63, 196, 293.66][Math.floor(time / 2) % 4] as number;
      const chord = Math.sin(2 * Math.PI * root * time) + Math.sin(2 * Math.PI * root * 1.5 * time);
      const loud = 0.6 + 0.4 * Math.sin(time / 20);
      block[at * 2] = 32_000 * loud * (0.5 * drum + 0.12 * chord + 0.05 * hiss);
      block[at * 2 + 1] = 32_000 * loud * (0.5 * drum + 0.12 * chord - 0.05 * hiss);
    }
    writeSync(descriptor, new Uint8Array(block.buffer));
  }
  closeSync(descriptor);
}
