import { flacFrameChecksum, flacHeaderAt } from "@/lib/analysis/decode/containers/flac-frames";
import { pageChecksum } from "@/lib/analysis/decode/containers/ogg-pages";

const OGG_HEAD_BYTES = 27;

/** The bytes with the checksums of changed parts corrected; null if the format has no checksums. */
export function resealed(bytes: Buffer): Buffer | null {
  const kind = bytes.toString("latin1", 0, 4);
  if (kind === "OggS") return resealedOgg(bytes);
  return kind === "fLaC" ? resealedFlac(bytes) : null;
}

function resealedOgg(original: Buffer): Buffer {
  const bytes = Buffer.from(original);
  let at = bytes.indexOf("OggS", 0, "latin1");
  while (at >= 0 && at + OGG_HEAD_BYTES <= bytes.length) {
    const segments = bytes.readUInt8(at + 26);
    const body = at + OGG_HEAD_BYTES + segments;
    const sizes = bytes.subarray(at + OGG_HEAD_BYTES, body);
    const end = body + sizes.reduce((sum, size) => sum + size, 0);
    if (end > bytes.length) break;
    bytes.writeUInt32LE(pageChecksum(bytes.subarray(at, end)), at + 22);
    at = bytes.indexOf("OggS", end, "latin1");
  }
  return bytes;
}

function resealedFlac(original: Buffer): Buffer {
  const bytes = Buffer.from(original);
  const starts: number[] = [];
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (flacHeaderAt(bytes, at)) starts.push(at);
  }
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? bytes.length;
    if (end - start > 8) bytes.writeUInt16BE(flacFrameChecksum(bytes.subarray(start, end - 2)), end - 2);
  }
  return bytes;
}
