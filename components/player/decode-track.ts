import type { Track, Tuning } from "./track";
import { needsStretching } from "./tuning";

/** More than six minutes of stereo at 44.1 kHz. What is longer loops by the media element. */
const MAX_DECODED_BYTES = 128 * 1024 ** 2;
/** More than three minutes of it: a stretched copy comes on top. */
const MAX_STRETCHED_BYTES = 64 * 1024 ** 2;
/** Rates at which every browser opens an audio context. */
const RATES_HZ = { lowest: 8_000, highest: 96_000 };

const rateOf = ({ sampleRateHz = 48_000 }: Track): number => sampleRateHz;

function bytesOf(track: Track): number {
  const samples = (track.durationSeconds ?? Number.POSITIVE_INFINITY) * rateOf(track) * (track.channels ?? 2);
  return samples * Float32Array.BYTES_PER_ELEMENT;
}

/** Whether the page may decode the track, and stretch it if it has to be. */
export const isDecodable = (track: Track, tuning: Tuning): boolean =>
  bytesOf(track) <= (needsStretching(tuning) ? MAX_STRETCHED_BYTES : MAX_DECODED_BYTES);

export interface DecodedTrack {
  context: AudioContext;
  buffer: AudioBuffer;
}

/** Fetches and decodes a whole recording. Null if that is not possible: the media element then goes on. */
export async function decodeTrack(track: Track, signal: AbortSignal): Promise<DecodedTrack | null> {
  const context = contextAt(rateOf(track));
  try {
    const answer = await fetch(track.src, { signal });
    if (!answer.ok) throw new Error(`the sound was answered with ${answer.status}`);
    const buffer = await context.decodeAudioData(await answer.arrayBuffer());
    signal.throwIfAborted();
    return { context, buffer };
  } catch {
    void context.close();
    return null;
  }
}

/** At the file's own rate the samples are played as they are, and the loop is exact. */
function contextAt(rateHz: number): AudioContext {
  const isUsual = rateHz >= RATES_HZ.lowest && rateHz <= RATES_HZ.highest;
  return new AudioContext(isUsual ? { sampleRate: rateHz } : {});
}
