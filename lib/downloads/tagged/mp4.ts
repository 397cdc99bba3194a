import { ascii, type ByteReader, viewOf } from "./byte-reader";
import { bodyOf, boxBytes, boxesIn, type Mp4Box, withBox } from "./mp4-boxes";
import type { Piece, Stretch } from "./pieces";
import { texts, type WantedTags } from "./wanted-tags";

const MOST_MOOV_BYTES = 64 * 1024 * 1024;
const MOST_BOXES = 4096;
/** Who defined the fields that have only a name. */
const MEAN = "com.apple.iTunes";

/**
 * MP4 (M4A): `tmpo` and `initialkey` in the list of tags. If the box they are in stands before the sound, what it says about
 * where the sound is moves along.
 */
export async function taggedMp4(reader: ByteReader, wanted: WantedTags): Promise<Piece[] | null> {
  const moov = await findMoov(reader);
  if (!moov) return null;
  const old = await reader.read(moov.from, moov.to - moov.from);
  const boxes = boxesIn(old)?.[0];
  const children = boxes && boxesIn(boxes.body);
  const tags = children && taggedUdta(children.find(({ type }) => type === "udta")?.body ?? null, wanted);
  if (!tags) return null;
  const edited = withBox(children, "udta", tags);
  const movesBy = boxBytes({ type: "moov", body: bodyOf(edited) }).length - old.length;
  const moved = movedOffsets(edited, { behind: moov.from, by: movesBy });
  if (!moved) return null;
  const bytes = boxBytes({ type: "moov", body: bodyOf(moved) });
  return [{ from: 0, to: moov.from }, bytes, { from: moov.to, to: reader.sizeBytes }];
}

/** Null if there is none, or if the file comes in fragments, whose places are counted in more ways. */
async function findMoov(reader: ByteReader): Promise<Stretch | null> {
  let moov: Stretch | null = null;
  for (let at = 0, count = 0; at + 8 <= reader.sizeBytes && count < MOST_BOXES; count++) {
    const head = await reader.read(at, 16);
    if (head.length < 8) return null;
    const short = viewOf(head).getUint32(0);
    const size =
      short === 1 && head.length === 16 ? Number(viewOf(head).getBigUint64(8)) : short || reader.sizeBytes - at;
    const type = ascii(head, 4, 4);
    if (size < 8 || at + size > reader.sizeBytes || type === "moof") return null;
    if (type === "moov") moov ??= { from: at, to: at + size };
    at += size;
  }
  return moov && moov.to - moov.from <= MOST_MOOV_BYTES ? moov : null;
}

function taggedUdta(udta: Uint8Array | null, wanted: WantedTags): Buffer | null {
  const boxes = udta ? boxesIn(udta) : [];
  const meta = boxes?.find(({ type }) => type === "meta")?.body ?? null;
  // Four bytes of version and flags, which QuickTime leaves out.
  if (!boxes || (meta && (meta.length < 4 || viewOf(meta).getUint32(0) !== 0))) return null;
  const inMeta = meta ? boxesIn(meta.subarray(4)) : [{ type: "hdlr", body: TAG_HANDLER }];
  const list = inMeta?.find(({ type }) => type === "ilst")?.body ?? null;
  const items = list ? boxesIn(list) : [];
  if (!inMeta || !items) return null;
  const body = bodyOf(taggedItems(items, wanted));
  return bodyOf(withBox(boxes, "meta", Buffer.concat([Buffer.alloc(4), bodyOf(withBox(inMeta, "ilst", body))])));
}

/** Says that the box has tags, as iTunes writes it. */
const TAG_HANDLER = Buffer.concat([Buffer.alloc(8), Buffer.from("mdirappl"), Buffer.alloc(9)]);

function taggedItems(items: readonly Mp4Box[], wanted: WantedTags): Mp4Box[] {
  const { bpm, key } = texts(wanted);
  const isReplaced = (item: Mp4Box) =>
    (bpm !== undefined && (item.type === "tmpo" || nameOf(item) === "BPM")) ||
    (key !== undefined && nameOf(item) === "INITIALKEY");
  const kept = items.filter((item) => !isReplaced(item));
  // A whole number is all that `tmpo` can hold. Whoever reads the field of that name gets the rest.
  if (wanted.bpm !== null && bpm !== undefined) {
    const whole = Math.min(65_535, Math.round(wanted.bpm));
    kept.push({ type: "tmpo", body: data(INTEGER, Buffer.from([whole >> 8, whole & 255])) });
    if (String(whole) !== bpm) kept.push(named("BPM", bpm));
  }
  return key === undefined ? kept : [...kept, named("initialkey", key)];
}

const TEXT = 1;
const INTEGER = 21;

function data(kind: number, value: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(kind);
  return boxBytes({ type: "data", body: Buffer.concat([head, value]) });
}

function named(name: string, text: string): Mp4Box {
  const field = (type: string, value: string) =>
    boxBytes({ type, body: Buffer.concat([Buffer.alloc(4), Buffer.from(value)]) });
  return {
    type: "----",
    body: Buffer.concat([field("mean", MEAN), field("name", name), data(TEXT, Buffer.from(text))]),
  };
}

function nameOf({ type, body }: Mp4Box): string | null {
  const name = type === "----" ? boxesIn(body)?.find((box) => box.type === "name") : undefined;
  return name ? Buffer.from(name.body.subarray(4)).toString("latin1").toUpperCase() : null;
}

const CONTAINERS = new Set(["trak", "mdia", "minf", "stbl"]);

interface Move {
  behind: number;
  by: number;
  /** Containers around. Each stands in each other kind at most once. */
  depth?: number;
}

/** The boxes with every place of sound behind `behind` moved. Null if one no longer fits into its field. */
function movedOffsets(boxes: readonly Mp4Box[], move: Move): Mp4Box[] | null {
  const result: Mp4Box[] = [];
  for (const box of boxes) {
    const body = movedBody(box, move);
    if (!body) return null;
    result.push({ type: box.type, body });
  }
  return result;
}

function movedBody({ type, body }: Mp4Box, move: Move): Uint8Array | null {
  if (CONTAINERS.has(type)) {
    const depth = (move.depth ?? 0) + 1;
    if (depth > CONTAINERS.size) return null;
    const inside = boxesIn(body);
    const moved = inside && movedOffsets(inside, { ...move, depth });
    return moved && bodyOf(moved);
  }
  if (type !== "stco" && type !== "co64") return body;
  const width = type === "stco" ? 4 : 8;
  const bytes = Buffer.from(body);
  if (bytes.length < 8) return null;
  const count = bytes.readUInt32BE(4);
  if (8 + count * width > bytes.length) return null;
  for (let at = 8; at < 8 + count * width; at += width) {
    const offset = width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at));
    if (offset < move.behind) continue;
    const moved = offset + move.by;
    if (width === 4 && moved > 0xffffffff) return null;
    if (width === 4) bytes.writeUInt32BE(moved, at);
    else bytes.writeBigUInt64BE(BigInt(moved), at);
  }
  return bytes;
}
