import { type ByteSource, viewOf } from "./byte-source";
import { boxesIn, topLevelBoxes } from "./mp4-boxes";
import type { Mp4Track } from "./mp4-track";

const MAX_FRAGMENT_HEADER_BYTES = 16 * 1024 * 1024;

/** What a fragmented file lists beyond its end. */
export interface FragmentLoss {
  units: number;
  /** Whether the list itself breaks off, so that nobody knows how much is missing. */
  isOpen: boolean;
}

/** Access units of a fragmented file (ISO/IEC 14496-12 §8.8), fragment by fragment, up to the end of the file. */
export function* fragmentPositions(source: ByteSource, track: Mp4Track, loss: FragmentLoss) {
  for (const box of topLevelBoxes(source)) {
    const headerBytes = box.endOffset - box.bodyOffset;
    loss.isOpen = box.type === "moof" && box.endOffset > source.sizeBytes;
    if (box.type !== "moof" || headerBytes > MAX_FRAGMENT_HEADER_BYTES) continue;
    const moof = source.read(box.bodyOffset, headerBytes);
    for (const child of boxesIn(moof)) {
      if (child.type !== "traf") continue;
      for (const unit of runPositions(child.body, box.bodyOffset - 8, track)) {
        if (unit.offset + unit.sizeBytes > source.sizeBytes) loss.units++;
        else yield unit;
      }
    }
  }
}

interface FragmentHeader {
  trackId: number;
  baseOffset: number;
  unitBytes: number;
}

function* runPositions(traf: Uint8Array, moofOffset: number, track: Mp4Track) {
  let header: FragmentHeader | null = null;
  let next: number | null = null;
  for (const box of boxesIn(traf)) {
    if (box.type === "tfhd" && box.body.length >= 8) header = readHeader(box.body, moofOffset, track);
    if (box.type !== "trun" || box.body.length < 8 || header?.trackId !== track.trackId) continue;
    const view = viewOf(box.body);
    const flags = view.getUint32(0) & 0xffffff;
    let at = 8;
    let offset: number = next ?? header.baseOffset;
    if (flags & 1 && at + 4 <= box.body.length) {
      offset = header.baseOffset + view.getInt32(at);
      at += 4;
    }
    if (flags & 4) at += 4;
    const entryBytes = 4 * ([0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length || 0);
    for (let left = view.getUint32(4); left > 0 && at + entryBytes <= box.body.length; left--, at += entryBytes) {
      const sizeBytes = flags & 0x200 ? view.getUint32(at + (flags & 0x100 ? 4 : 0)) : header.unitBytes;
      // Billions of units of size zero would keep this loop busy forever.
      if (sizeBytes === 0) return;
      yield { offset, sizeBytes };
      offset += sizeBytes;
    }
    next = offset;
  }
}

function readHeader(tfhd: Uint8Array, moofOffset: number, track: Mp4Track): FragmentHeader {
  const view = viewOf(tfhd);
  const flags = view.getUint32(0) & 0xffffff;
  const header = { trackId: view.getUint32(4), baseOffset: moofOffset, unitBytes: track.defaultUnitBytes };
  let at = 8;
  if (flags & 1 && at + 8 <= tfhd.length) {
    header.baseOffset = Number(view.getBigUint64(at));
    at += 8;
  }
  if (flags & 2) at += 4;
  if (flags & 8) at += 4;
  if (flags & 0x10 && at + 4 <= tfhd.length) header.unitBytes = view.getUint32(at);
  return header;
}
