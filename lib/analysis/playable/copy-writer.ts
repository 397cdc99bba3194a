import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { type DecodedAudio, decodeAudio } from "@/lib/analysis/decode/decode";
import { copyBits } from "./copy-size";
import { FlacWriter } from "./flac-writer";
import { isChainedOgg } from "./ogg-chain";

/** How a copy for strangers differs from what was heard, besides its 16 bits. */
export interface PreviewCut {
  /** Nothing after this. Null for all of it, and for what is no longer than that: it would end with a fade. */
  mostSeconds: number | null;
  /** The last seconds before a cut become silent. */
  fadeSeconds: number;
}

export interface CopyOptions {
  /** Make no copy unless the file is several recordings in a row. */
  onlyIfChained: boolean;
  /** Null for a copy of all that was heard. */
  preview?: PreviewCut | null;
  /** Called after every block. */
  onBlock: (audio: DecodedAudio) => Promise<void>;
}

const PREVIEW_BITS = 16;

/**
 * Writes what the analysis heard as FLAC. Returns its size in bytes, or null if the original can be played as it is.
 * @throws AnalysisFailure as `decodeAudio` does, and `too_large`
 */
export async function writePlayableCopy(
  source: ByteSource,
  toPath: string,
  { onlyIfChained, preview = null, onBlock }: CopyOptions,
): Promise<number | null> {
  if (onlyIfChained && !isChainedOgg(source)) return null;
  const audio = await decodeAudio(source, probeAudio(source));
  const { sampleRateHz, channels, codec } = audio.probe;
  const bits = preview ? PREVIEW_BITS : copyBits(codec);
  const writer = await FlacWriter.open(toPath, { sampleRateHz, channels, bits });
  try {
    const cut = preview?.mostSeconds ? new Cut(preview.mostSeconds, preview.fadeSeconds, sampleRateHz) : null;
    for await (const block of audio.blocks) {
      writer.push(cut ? cut.of(block) : block);
      await onBlock(audio);
      if (cut?.isOver) break;
    }
    return writer.finish();
  } finally {
    writer.close();
  }
}

/** The beginning of a recording that is longer than that. Its last seconds before the cut become silent. */
class Cut {
  private frames = 0;
  private readonly most: number;
  private readonly fade: number;

  constructor(mostSeconds: number, fadeSeconds: number, sampleRateHz: number) {
    this.most = Math.round(mostSeconds * sampleRateHz);
    this.fade = Math.max(1, Math.round(Math.min(fadeSeconds, mostSeconds) * sampleRateHz));
  }

  get isOver(): boolean {
    return this.frames >= this.most;
  }

  of(block: Float32Array[]): Float32Array[] {
    const from = this.frames;
    const length = Math.min(block[0]?.length ?? 0, this.most - from);
    this.frames += length;
    const fadeFrom = this.most - this.fade;
    return block.map((samples) => {
      const kept = samples.subarray(0, length);
      if (from + length <= fadeFrom) return kept;
      return kept.map((value, at) => value * Math.min(1, Math.max(0, (this.most - from - at) / this.fade)));
    });
  }
}
