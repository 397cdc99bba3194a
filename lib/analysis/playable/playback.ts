import type { AnalysisRecord } from "@/lib/analysis/record/schema";

/**
 * Raised when this rule or the encoder changes: every analysed file is then looked at again. `analyses.playableVersion`
 * names the version by which a file was decided.
 */
export const PLAYABLE_VERSION = 1;

/** Enough of a file's beginning to see what a browser's demuxer sees first. */
export const HEAD_BYTES = 12;

/**
 * How a file is heard: as it is, or through a copy that every browser plays. `ask` means that only the whole file
 * shows it: an Ogg file may be several recordings in a row, and players stop or stumble at the seams.
 */
export type Playback = "original" | "copy" | "ask";

export interface PlaybackFacts extends Pick<AnalysisRecord, "container" | "codec" | "channels"> {
  /** Whether the record leaves out a part of the file. */
  isPartial: boolean;
  /** The first `HEAD_BYTES` of the file. */
  head: Uint8Array;
}

/** PCM that Chromium, Firefox and Safari all play in a WAV file. */
const WAV_CODECS = new Set(["pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_f32le"]);

/**
 * Decides by container and codec, never by the visitor's browser: the same file sounds in all of them. A codec that is
 * not known to play everywhere gets a copy.
 */
export function playbackOf({ container, codec, channels, isPartial, head }: PlaybackFacts): Playback {
  // A player may stop at what could not be decoded. The copy is what was measured, so sound and waveform agree.
  if (isPartial) return "copy";
  const begins = (text: string, at = 0) => text === String.fromCharCode(...head.subarray(at, at + text.length));
  switch (container) {
    case "wav":
      // Not RF64, BW64 or RIFX, and nothing in front of the header.
      return WAV_CODECS.has(codec) && begins("RIFF") && begins("WAVE", 8) ? "original" : "copy";
    case "flac":
      return codec === "flac" && (begins("fLaC") || begins("ID3")) ? "original" : "copy";
    case "ogg":
      // Safari plays no FLAC in Ogg, and no more than two channels.
      return (codec === "vorbis" || codec === "opus") && channels <= 2 && begins("OggS") ? "ask" : "copy";
    case "mp4":
      // Apple Lossless plays in Safari only.
      return codec === "aac" && begins("ftyp", 4) ? "original" : "copy";
    case "mp3":
    case "aac":
      // Players look for the first frame themselves.
      return codec === container ? "original" : "copy";
    default:
      return "copy";
  }
}
