import * as patterns from "./patterns";
import type { StereoBuffer } from "./stereo-buffer";
import { hat, kick, snare } from "./voices";
import { encodeWav } from "./wav";

export interface DemoSound {
  fileName: string;
  folderPath: string;
  /** Returns WAV bytes, the same on every machine. */
  render(): Uint8Array;
}

const sound = (folderPath: string, fileName: string, make: () => StereoBuffer): DemoSound => ({
  folderPath,
  fileName,
  render: () => encodeWav(make()),
});

/** The demo account's library. */
export const demoSounds: DemoSound[] = [
  sound("Drums", "Deep kick.wav", () => patterns.oneShot(kick(46, 0.28), 1)),
  sound("Drums", "Tight snare.wav", () => patterns.oneShot(snare(7), 0.6)),
  sound("Drums", "Open hat.wav", () => patterns.oneShot(hat(3, 0.22), 0.9)),
  sound("Bass", "Sliding 808 F.wav", patterns.longSubBass),
  sound("Loops", "House drums 124.wav", patterns.houseDrums),
  sound("Loops", "Trap drums 140.wav", patterns.trapDrums),
  sound("Loops", "Breakbeat 174.wav", patterns.breakbeat),
  sound("Loops", "Swung drums 90.wav", patterns.swungDrums),
  sound("Bass", "Acid bass Am 128.wav", patterns.acidBass),
  sound("Chords", "Warm pad Db.wav", patterns.warmPad),
  sound("Chords", "Electric keys F#m 84.wav", patterns.electricKeys),
  sound("Melodies", "Arpeggio Cm 110.wav", patterns.arpeggio),
  sound("Tracks", "Night drive Gm 122.wav", patterns.shortTrack),
];
