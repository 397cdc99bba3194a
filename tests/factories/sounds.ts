import { StereoBuffer } from "@/db/seed/stereo-buffer";
import { encodeWav } from "@/db/seed/wav";

/** A WAV file of a tone. Different `hz` give different bytes. */
export function tone(hz: number, durationSeconds = 0.5): Uint8Array {
  const buffer = new StereoBuffer(durationSeconds);
  buffer.add(0, durationSeconds, (t) => Math.sin(2 * Math.PI * hz * t));
  return encodeWav(buffer.finish(0.5));
}
