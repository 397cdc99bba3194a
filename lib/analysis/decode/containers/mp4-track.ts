import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { viewOf } from "./byte-source";

/** An audio track's access units and what its decoder needs. Bodies are copies, so the header can be released. */
export interface Mp4Track {
  codec: "aac" | "alac";
  config: Uint8Array;
  /** Samples an access unit, without the doubling of HE-AAC. */
  unitSamples: number;
  /** Boxes that say where encoder delay and padding are. */
  gapless: { elst?: Uint8Array; mdhd?: Uint8Array; stts?: Uint8Array; mvhd?: Uint8Array; ilst?: Uint8Array };
  /** Where the sound begins and how long it is, if the container says so itself. */
  window?: { start: number; duration: number };
  /** Null for a fragmented file, whose units are found fragment by fragment. */
  units: Mp4Units | null;
  trackId: number;
  /** How long the other sound tracks are, in seconds; null where it is not said. */
  otherTracks?: readonly (number | null)[];
  defaultUnitBytes: number;
}

/** Sample tables of ISO/IEC 14496-12 §8.7, bounded by the file. */
export interface Mp4Units {
  count: number;
  /** One size for all units, or a table of `count` sizes. */
  sizes: number | Uint32Array;
  chunkOffsets: Float64Array;
  /** Pairs of first chunk (from 1) and units per chunk. */
  unitsPerChunk: Uint32Array;
}

/** No codec has access units of fewer samples than this, so a claim of more units than that allows is false. */
const MAX_UNITS = 12 * 60 * 60 * 384;

/**
 * Reads stsz, stco or co64, and stsc.
 * @throws AnalysisFailure `damaged_file` if a table claims more than its box or the file can hold
 */
export function readUnits(tables: {
  stsz: Uint8Array | null;
  stco: Uint8Array | null;
  co64: Uint8Array | null;
  stsc: Uint8Array | null;
  fileBytes: number;
}): Mp4Units {
  const { stsz, stco, co64, stsc, fileBytes } = tables;
  if (!stsz || stsz.length < 12 || !(stco ?? co64)) throw new AnalysisFailure("damaged_file", "no sample tables");
  const uniformBytes = viewOf(stsz).getUint32(4);
  const count = viewOf(stsz).getUint32(8);
  const held = uniformBytes > 0 ? Math.floor(fileBytes / uniformBytes) : Math.floor((stsz.length - 12) / 4);
  if (count > held || count > MAX_UNITS) throw new AnalysisFailure("damaged_file", `${count} access units claimed`);
  const sizes = uniformBytes || readTable(stsz, 8, 4, 0);
  const offsets = stco ? Float64Array.from(readTable(stco, 4, 4, 0)) : readLongTable(co64 ?? new Uint8Array(0));
  const entries = stsc ? tableLength(stsc, 4, 12) : 0;
  const unitsPerChunk = new Uint32Array(entries * 2);
  for (let entry = 0; stsc && entry < entries; entry++) {
    unitsPerChunk[entry * 2] = viewOf(stsc).getUint32(8 + entry * 12);
    unitsPerChunk[entry * 2 + 1] = viewOf(stsc).getUint32(12 + entry * 12);
  }
  return { count, sizes, chunkOffsets: offsets, unitsPerChunk };
}

function tableLength(box: Uint8Array, countAt: number, entryBytes: number): number {
  const count = box.length >= countAt + 4 ? viewOf(box).getUint32(countAt) : 0;
  if (count * entryBytes > box.length - countAt - 4)
    throw new AnalysisFailure("damaged_file", "table overruns its box");
  return count;
}

function readTable(box: Uint8Array, countAt: number, entryBytes: number, fieldAt: number): Uint32Array {
  const table = new Uint32Array(tableLength(box, countAt, entryBytes));
  const view = viewOf(box);
  for (let entry = 0; entry < table.length; entry++) {
    table[entry] = view.getUint32(countAt + 4 + entry * entryBytes + fieldAt);
  }
  return table;
}

function readLongTable(box: Uint8Array): Float64Array {
  const table = new Float64Array(tableLength(box, 4, 8));
  const view = viewOf(box);
  for (let entry = 0; entry < table.length; entry++) table[entry] = Number(view.getBigUint64(8 + entry * 8));
  return table;
}

/** Offset and size of each access unit in playing order, up to the first that lies outside the file. */
export function* unitPositions(units: Mp4Units, fileBytes: number): Generator<{ offset: number; sizeBytes: number }> {
  let unit = 0;
  let entry = 0;
  for (let chunk = 0; chunk < units.chunkOffsets.length && unit < units.count; chunk++) {
    while ((units.unitsPerChunk[(entry + 1) * 2] ?? Number.POSITIVE_INFINITY) <= chunk + 1) entry++;
    let offset = units.chunkOffsets[chunk] ?? 0;
    const inChunk = units.unitsPerChunk[entry * 2 + 1] ?? 1;
    for (let index = 0; index < inChunk && unit < units.count; index++, unit++) {
      const sizeBytes = typeof units.sizes === "number" ? units.sizes : (units.sizes[unit] ?? 0);
      if (offset + sizeBytes > fileBytes) return;
      yield { offset, sizeBytes };
      offset += sizeBytes;
    }
  }
}
