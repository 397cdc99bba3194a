import { ascii, type ByteReader } from "./byte-reader";
import { type OggPage, pageBytes, pageReader } from "./ogg-page";
import type { Piece } from "./pieces";
import { editedComment } from "./vorbis-comment";
import { texts, type WantedTags } from "./wanted-tags";

/** The comment packet of each codec: what stands before the Vorbis comment in it. */
interface Codec {
  /** How its first packet begins. */
  head: string;
  lead: (packet: Uint8Array) => number | null;
  /** The lead for a comment of this length. */
  relead: (lead: Uint8Array, commentBytes: number) => Uint8Array;
}

const same = (lead: Uint8Array) => lead;
const begins = (text: string) => (packet: Uint8Array) => (ascii(packet, 0, text.length) === text ? text.length : null);

const CODECS: readonly Codec[] = [
  { head: "\x01vorbis", lead: begins("\x03vorbis"), relead: same },
  { head: "OpusHead", lead: begins("OpusTags"), relead: same },
  {
    head: "\x7fFLAC",
    // A metadata block with its header, as in native FLAC.
    lead: (packet) => (((packet[0] ?? 0) & 127) === 4 ? 4 : null),
    relead: (lead, size) => Uint8Array.of(lead[0] ?? 0, size >> 16, (size >> 8) & 255, size & 255),
  },
];

const MOST_HEADER_BYTES = 16 * 1024 * 1024;
const MOST_PAGES = 4096;

/**
 * Ogg (RFC 3533): the pages that hold the comment are written anew, in the same number, so that no page behind them needs
 * another number and all are copied as they are. Of several recordings in a row the first is tagged.
 */
export async function taggedOgg(reader: ByteReader, wanted: WantedTags): Promise<Piece[] | null> {
  const found = await headerPages(reader);
  if (!found) return null;
  const { codec, pages } = found;
  const [comment, ...others] = packetsOf(pages);
  if (!comment) return null;
  const leadBytes = codec.lead(comment);
  if (leadBytes === null) return null;
  const edited = editedComment(comment.subarray(leadBytes), texts(wanted));
  if (!edited) return null;
  const lead = codec.relead(comment.subarray(0, leadBytes), edited.length);
  const written = repaged(pages, [Buffer.concat([lead, edited]), ...others]);
  if (!written) return null;
  const pieces: Piece[] = [];
  let at = 0;
  for (const [index, page] of pages.entries()) {
    pieces.push({ from: at, to: page.offset }, written[index] as Uint8Array);
    at = page.offset + page.lengthBytes;
  }
  return [...pieces, { from: at, to: reader.sizeBytes }];
}

/** The pages from the comment's first up to the next end of a packet at the end of a page. */
async function headerPages(reader: ByteReader): Promise<{ codec: Codec; pages: OggPage[] } | null> {
  let codec: Codec | undefined;
  let serial = 0;
  let bytes = 0;
  const pages: OggPage[] = [];
  const next = pageReader(reader);
  for (let count = 0; count < MOST_PAGES; count++) {
    const page = await next();
    if (!page) return null;
    if (!codec) {
      codec = CODECS.find(({ head }) => ascii(page.body, 0, head.length) === head);
      serial = page.serial;
      if (!page.isFirst || (codec && page.segments.at(-1) === 255)) return null;
      continue;
    }
    if (page.serial !== serial) continue;
    // Sound on the same page has a position of its own.
    if (page.granule !== 0n && page.granule !== NO_PACKET_ENDS) return null;
    bytes += page.lengthBytes;
    if (bytes > MOST_HEADER_BYTES) return null;
    pages.push(page);
    if ((page.segments.at(-1) ?? 0) < 255) return { codec, pages };
  }
  return null;
}

const NO_PACKET_ENDS = 2n ** 64n - 1n;

function packetsOf(pages: readonly OggPage[]): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let parts: Uint8Array[] = [];
  for (const { segments, body } of pages) {
    let at = 0;
    for (const length of segments) {
      parts.push(body.subarray(at, at + length));
      at += length;
      if (length === 255) continue;
      packets.push(Buffer.concat(parts));
      parts = [];
    }
  }
  return packets;
}

/** The packets in as many pages as there were. Null if they need more. */
function repaged(pages: readonly OggPage[], packets: readonly Uint8Array[]): Uint8Array[] | null {
  const segments = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  if (segments.length > pages.length * 255 || segments.length < pages.length) return null;
  const all = Buffer.concat(packets);
  let segment = 0;
  let at = 0;
  let isContinued = false;
  return pages.map((page, index) => {
    // Every page behind this one gets at least one segment.
    const count = Math.min(255, segments.length - segment - (pages.length - 1 - index));
    const own = segments.slice(segment, segment + count);
    const body = all.subarray(at, at + own.reduce((sum, length) => sum + length, 0));
    const granule = own.some((length) => length < 255) ? 0n : NO_PACKET_ENDS;
    const bytes = pageBytes(page, { isContinued, granule, segments: own, body });
    segment += count;
    at += body.length;
    isContinued = own.at(-1) === 255;
    return bytes;
  });
}
