import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import { FrameWalk } from "@/lib/analysis/decode/containers/frame-walk";
import { infoFrameOf, type MpegFrame, mpegSyntax } from "@/lib/analysis/decode/containers/mpeg-frames";
import type { AudioLayout } from "@/lib/analysis/decode/containers/probe";
import type { LeftOut } from "@/lib/analysis/decode/left-out";
import type { DecodedBlock } from "./decoded-block";
import { FrameCount } from "./frame-count";
import { PieceDecoder } from "./stream-decoder";

const PIECE_BYTES = 16 * 1024;
/** A new decoder takes a few milliseconds. In a file that is damaged all over, the old one goes on. */
const MOST_DECODERS = 200;

/**
 * MPEG of layers I to III. The decoder trims the encoder's delay and padding according to the LAME tag. Recordings that
 * were joined, and parts of another rate, get a decoder each; so does what follows damage, because the decoder would
 * mix it with what was before.
 */
export async function* decodeMp3(
  source: ByteSource,
  layout: Extract<AudioLayout, { format: "mp3" }>,
  leftOut: LeftOut,
): AsyncGenerator<DecodedBlock> {
  const count = new FrameCount(leftOut);
  let decoder: PieceDecoder | null = null;
  let decoders = 0;
  let current: MpegFrame | null = null;
  let piece: Uint8Array[] = [];
  let pieceBytes = 0;
  async function* flush(): AsyncGenerator<DecodedBlock> {
    const block = pieceBytes > 0 ? await decoder?.push(Buffer.concat(piece)) : null;
    piece = [];
    pieceBytes = 0;
    if (block) yield block;
  }
  async function* finish(): AsyncGenerator<DecodedBlock> {
    yield* flush();
    const rest = await decoder?.finish();
    if (rest) yield rest;
    decoder?.close();
    decoder = null;
  }
  try {
    for (const step of new FrameWalk(source, mpegSyntax, layout.endOffset).steps(layout.offset)) {
      if (step.kind === "gap") {
        if (decoders < MOST_DECODERS) yield* finish();
        else yield* flush();
        count.gap(step, layout.endOffset);
        continue;
      }
      const info = infoFrameOf(step.bytes, step.frame);
      const isOther = current && !(mpegSyntax.agree(current, step.frame) && current.channels === step.frame.channels);
      if ((info || isOther) && decoders < MOST_DECODERS) yield* finish();
      if (info) count.begin(info.frames);
      else count.frame(step.frame);
      current = step.frame;
      // The decoder knows Xing's header. Fraunhofer's it would play.
      if (info?.kind === "vbri") continue;
      if (!decoder) {
        decoder = await PieceDecoder.open("mp3");
        decoders++;
      }
      piece.push(step.bytes);
      pieceBytes += step.bytes.length;
      if (pieceBytes >= PIECE_BYTES) yield* flush();
    }
    yield* finish();
    count.end();
  } finally {
    (decoder as PieceDecoder | null)?.close();
  }
}
