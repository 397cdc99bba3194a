import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { type DecodedAudio, decodeAudio } from "@/lib/analysis/decode/decode";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { RegionCut, type RegionFrames } from "./region-cut";
import { sampleFormatOf } from "./sample-format";
import type { CueMark } from "./wav-writer";

/** A stretch of a recording that becomes a WAV file. */
export interface WantedRegion {
  toPath: string;
  startSeconds: number;
  endSeconds: number;
  /** Named places in it, in seconds of the recording. */
  cues?: readonly { seconds: number; label: string }[];
}

export interface CutOptions {
  regions: readonly WantedRegion[];
  /** Whether cuts move to zero crossings nearby. */
  isSnapped: boolean;
  /** All files together do not become larger, as regions may lie over each other. */
  mostBytes: number;
  /** Called after every block. */
  onBlock: (audio: DecodedAudio) => Promise<void>;
}

/** What was cut, in seconds of the recording; null for a region that lies behind its end. */
export type CutRegion = { startSeconds: number; endSeconds: number } | null;

/**
 * Cuts regions out of a file in one pass, each into a WAV of the original's rate, channels and bit depth. Decoding ends where
 * the last of them does.
 * @throws AnalysisFailure as `decodeAudio` does, and `too_large`
 */
export async function cutRegions(source: ByteSource, options: CutOptions): Promise<CutRegion[]> {
  const audio = await decodeAudio(source, probeAudio(source));
  const { sampleRateHz, channels } = audio.probe;
  const format = { sampleRateHz, channels, format: sampleFormatOf(audio.probe), mostBytes: options.mostBytes };
  const framesAt = (seconds: number) => Math.round(seconds * sampleRateHz);
  const regions = options.regions.map(({ toPath, startSeconds, endSeconds }) => {
    const from = framesAt(startSeconds);
    return { toPath, from, to: Math.max(from + 1, framesAt(endSeconds)) };
  });
  const frames = regions.reduce((sum, { from, to }) => sum + to - from, 0);
  if (frames * channels * format.format.bytes > options.mostBytes) throw new AnalysisFailure("too_large", "cut WAVs");
  const cuts = regions.map(({ toPath, ...region }) => new RegionCut(toPath, region, format, options.isSnapped));
  const last = Math.max(...cuts.map(({ lastFrame }) => lastFrame));
  try {
    let position = 0;
    for await (const block of audio.blocks) {
      for (const cut of cuts) cut.push(block, position);
      position += block[0]?.length ?? 0;
      if (position >= last) break;
      await options.onBlock(audio);
    }
    return cuts.map((cut, index) => {
      const marks = ({ from, to }: RegionFrames): CueMark[] =>
        (options.regions[index]?.cues ?? []).flatMap(({ seconds, label }) => {
          const frame = framesAt(seconds) - from;
          return frame >= 0 && frame < to - from ? [{ frame, label }] : [];
        });
      const done = cut.finish(marks);
      return done && { startSeconds: done.from / sampleRateHz, endSeconds: done.to / sampleRateHz };
    });
  } finally {
    for (const cut of cuts) cut.close();
  }
}
