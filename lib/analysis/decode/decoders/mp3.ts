import type { ByteSource } from "@/lib/analysis/decode/containers/byte-source";
import type { AudioLayout } from "@/lib/analysis/decode/containers/probe";
import type { DecodedBlock } from "./decoded-block";
import { PieceDecoder } from "./stream-decoder";

const PIECE_BYTES = 16 * 1024;

/** MPEG layer III. The decoder trims the encoder's delay and padding according to the LAME tag. */
export async function* decodeMp3(
  source: ByteSource,
  layout: Extract<AudioLayout, { format: "mp3" }>,
): AsyncGenerator<DecodedBlock> {
  const decoder = await PieceDecoder.open("mp3");
  try {
    for (let offset = layout.offset; offset < layout.endOffset; offset += PIECE_BYTES) {
      const block = await decoder.push(source.read(offset, Math.min(PIECE_BYTES, layout.endOffset - offset)));
      if (block) yield block;
    }
    const rest = await decoder.finish();
    if (rest) yield rest;
  } finally {
    decoder.close();
  }
}
