import { midiFile } from "@/tests/fixtures/midi-file";
import type { TimedNote } from "@/training/compose/composition";

/** A tempo of 60 makes a beat of the file a second. */
const BEATS_ARE_SECONDS = 60;

/** What one channel plays, in seconds. */
export type TimedPart = { channel: number; program: number; notes: readonly Omit<TimedNote, "channel">[] };

/** A MIDI file whose notes fall at these seconds. */
export function midiOf(parts: readonly TimedPart[]): Uint8Array {
  const inBeats = parts.map(({ channel, program, notes }) => ({
    channel,
    program,
    notes: notes.map(({ pitch, startSeconds, lengthSeconds, velocity }) => ({
      pitch,
      startBeats: startSeconds,
      lengthBeats: lengthSeconds,
      velocity,
    })),
  }));
  return midiFile(BEATS_ARE_SECONDS, inBeats);
}
