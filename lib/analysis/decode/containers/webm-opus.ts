import { ascii, viewOf } from "./byte-source";
import { pageChecksum } from "./ogg-pages";

// Elements of EBML (RFC 8794) that lead to the packets of a WebM recording, or say what they are. All others are passed.
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const CLUSTER = 0x1f43b675;
const BLOCK_GROUP = 0xa0;
const ENTERED = new Set([SEGMENT, TRACKS, TRACK, CLUSTER, BLOCK_GROUP]);
const TRACK_NUMBER = 0xd7;
const CODEC_ID = 0x86;
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
const LACING = 0x06;

const EBML_MAGIC = "\x1a\x45\xdf\xa3";
const OPUS_RATE_HZ = 48_000;
/** Fewer than a page of Ogg may hold, so that every packet fits. */
const PACKETS_A_PAGE = 40;
const MOST_SEGMENTS = 255;
const SERIAL = 1;

export const isWebm = (head: Uint8Array) => ascii(head, 0, 4) === EBML_MAGIC;

/**
 * The Opus packets of a WebM file in an Ogg file, without decoding them: Chromium and Firefox record WebM, and the
 * decoder reads Ogg. Null if there is no Opus in it. A file that breaks off gives the packets up to there.
 */
export function oggOfWebm(webm: Uint8Array): Uint8Array | null {
  const { head, packets } = opusPackets(webm);
  return head && packets.length > 0 ? oggOf(head, packets) : null;
}

interface Track {
  number: number;
  codec: string;
  head: Uint8Array | null;
}

/** The first Opus track's identification header and its packets. Recordings use no lacing; what does is passed. */
function opusPackets(webm: Uint8Array): { head: Uint8Array | null; packets: Uint8Array[] } {
  const tracks: Track[] = [];
  const packets: Uint8Array[] = [];
  const opus = () => tracks.find(({ codec, head }) => codec === "A_OPUS" && head);
  for (const { id, body } of elements(webm)) {
    const track = tracks.at(-1);
    if (id === TRACK) tracks.push({ number: 0, codec: "", head: null });
    else if (id === TRACK_NUMBER && track) track.number = body.at(-1) ?? 0;
    else if (id === CODEC_ID && track) track.codec = ascii(body, 0, body.length).replace(/\0+$/, "");
    else if (id === CODEC_PRIVATE && track && ascii(body, 0, 8) === "OpusHead") track.head = body;
    else if (id === SIMPLE_BLOCK || id === BLOCK) {
      const number = vint(body, 0);
      const flags = number ? body[number.end + 2] : undefined;
      const isOurs = number?.value === opus()?.number;
      if (number && isOurs && flags !== undefined && (flags & LACING) === 0)
        packets.push(body.subarray(number.end + 3));
    }
  }
  return { head: opus()?.head ?? null, packets };
}

/** Every element in order. What holds others is announced and entered, whether or not it says how long it is. */
function* elements(webm: Uint8Array): Generator<{ id: number; body: Uint8Array }> {
  let at = 0;
  while (at < webm.length) {
    const id = vint(webm, at, true);
    const size = id && vint(webm, id.end);
    if (!size) return;
    if (ENTERED.has(id.value)) {
      yield { id: id.value, body: webm.subarray(size.end, size.end) };
      at = size.end;
      continue;
    }
    const end = size.end + size.value;
    // An element of unknown length that is not entered, or one that is cut off.
    if (end > webm.length) return;
    yield { id: id.value, body: webm.subarray(size.end, end) };
    at = end;
  }
}

/** A number of variable length: as many bytes as there are leading zeros in the first, and one. */
function vint(bytes: Uint8Array, at: number, withMarker = false): { value: number; end: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = withMarker ? first : first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, end: at + length };
}

function oggOf(head: Uint8Array, packets: readonly Uint8Array[]): Uint8Array {
  const tags = Buffer.concat([Buffer.from("OpusTags"), Buffer.alloc(8)]);
  const pages = [page([head], 0, { number: 0, flags: 2 }), page([tags], 0, { number: 1, flags: 0 })];
  let granule = 0;
  let waiting: Uint8Array[] = [];
  let segments = 0;
  const turn = (flags: number) => {
    pages.push(page(waiting, granule, { number: pages.length, flags }));
    waiting = [];
    segments = 0;
  };
  for (const packet of packets) {
    const needed = Math.floor(packet.length / 255) + 1;
    // No sound fills a page with one packet; what would is not Opus.
    if (needed > MOST_SEGMENTS) continue;
    if (waiting.length === PACKETS_A_PAGE || segments + needed > MOST_SEGMENTS) turn(0);
    waiting.push(packet);
    segments += needed;
    granule += packetSamples(packet);
  }
  turn(4);
  return Buffer.concat(pages);
}

/** A page of Ogg (RFC 3533 §6) with whole packets. */
function page(packets: readonly Uint8Array[], granule: number, { number, flags }: { number: number; flags: number }) {
  const lacing = packets.flatMap(({ length }) => [
    ...new Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const bytes = Buffer.concat([Buffer.alloc(27), Buffer.from(lacing), ...packets]);
  bytes.write("OggS", 0, "latin1");
  bytes[5] = flags;
  viewOf(bytes).setBigUint64(6, BigInt(granule), true);
  bytes.writeUInt32LE(SERIAL, 14);
  bytes.writeUInt32LE(number, 18);
  bytes[26] = lacing.length;
  bytes.writeUInt32LE(pageChecksum(bytes), 22);
  return bytes;
}

/** Samples at 48 kHz, from the first bytes of a packet: RFC 6716 §3.1. */
function packetSamples(packet: Uint8Array): number {
  const first = packet[0] ?? 0;
  const config = first >> 3;
  const silkMs = [10, 20, 40, 60][config & 3] ?? 0;
  const celtMs = [2.5, 5, 10, 20][config & 3] ?? 0;
  const frameMs = config < 12 ? silkMs : config < 16 ? ([10, 20][config & 1] ?? 0) : celtMs;
  const code = first & 3;
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 63 : 2;
  return (frames * frameMs * OPUS_RATE_HZ) / 1000;
}
