import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { type DecodedAudio, decodeAudio } from "@/lib/analysis/decode/decode";
import { FlacWriter } from "./flac-writer";
import { isChainedOgg } from "./ogg-chain";

/** What comes out of these has no more bits than this to keep; in 24 bits their noise would take twice the space. */
const LOSSY_CODECS = new Set(["vorbis", "opus", "aac", "mp3"]);

export interface CopyOptions {
  /** Make no copy unless the file is several recordings in a row. */
  onlyIfChained: boolean;
  /** Called after every block. */
  onBlock: (audio: DecodedAudio) => Promise<void>;
}

/**
 * Writes what the analysis heard as FLAC. Returns its size in bytes, or null if the original can be played as it is.
 * @throws AnalysisFailure as `decodeAudio` does
 */
export async function writePlayableCopy(
  source: ByteSource,
  toPath: string,
  { onlyIfChained, onBlock }: CopyOptions,
): Promise<number | null> {
  if (onlyIfChained && !isChainedOgg(source)) return null;
  const audio = await decodeAudio(source, probeAudio(source));
  const { sampleRateHz, channels, codec } = audio.probe;
  const writer = await FlacWriter.open(toPath, { sampleRateHz, channels, bits: LOSSY_CODECS.has(codec) ? 16 : 24 });
  try {
    for await (const block of audio.blocks) {
      writer.push(block);
      await onBlock(audio);
    }
    return writer.finish();
  } finally {
    writer.close();
  }
}
