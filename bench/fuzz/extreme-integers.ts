import type { SeededRandom } from "@/bench/statistics/seeded-random";

/** Names and signatures near which containers keep sizes, counts, rates and offsets. */
const LANDMARKS = [
  ...["RIFF", "fmt ", "data", "ds64", "FORM", "COMM", "SSND", "fLaC", "OggS", "OpusHead", "vorbis", "ID3", "Xing"],
  ...["Info", "VBRI", "moov", "mdat", "trak", "mdia", "mdhd", "stbl", "stsd", "stsz", "stco", "co64", "stsc", "stts"],
  ...["mp4a", "esds", "alac", "moof", "traf", "tfhd", "trun", "trex", "tkhd", "elst", "hdlr", "wave", "ilst"],
  ...["RIFX", "fact", "riff", ".snd", "caff", "desc", "APETAGEX"],
];
/** How far before and after a landmark such a number may lie. */
const BEFORE_BYTES = 8;
const BEHIND_BYTES = 48;

const EXTREMES = [
  0n,
  1n,
  2n,
  0x7fn,
  0x80n,
  0xffffn,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_fff0n,
  0xffff_ffffn,
  0x1_0000_0000n,
  0x7fff_ffff_ffff_ffffn,
  0xffff_ffff_ffff_ffffn,
];

/** Writes a number that no header should hold near a landmark, or anywhere in a file without one. */
export function extremeInteger(original: Buffer, random: SeededRandom): Buffer {
  const bytes = Buffer.from(original);
  const places = landmarksIn(bytes);
  const place = places.length > 0 ? random.pick(places) : random.whole(0, bytes.length - 1);
  const width = random.pick([1, 2, 4, 4, 8]);
  const at = Math.max(0, Math.min(bytes.length - width, place + random.whole(-BEFORE_BYTES, BEHIND_BYTES)));
  const value = random.chance(0.2) ? 1n << BigInt(random.whole(0, 63)) : random.pick(EXTREMES);
  const littleEndian = random.chance(0.5);
  for (let index = 0; index < width; index++) {
    const shift = BigInt(8 * (littleEndian ? index : width - 1 - index));
    bytes.writeUInt8(Number((value >> shift) & 0xffn), at + index);
  }
  return bytes;
}

/** Offsets of each landmark's first place, and of the last "OggS", whose granule position counts the samples. */
function landmarksIn(bytes: Buffer): number[] {
  const first = LANDMARKS.map((name) => bytes.indexOf(name, 0, "latin1"));
  return [...first, bytes.lastIndexOf("OggS", bytes.length, "latin1")].filter((at) => at >= 0);
}
