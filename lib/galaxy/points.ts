import type { GalaxyPoints } from "./schema";

/** Of one point as the database sends it, big-endian: id, x, y, z, tenths of a beat a minute, then key, kind and tag. */
export const RECORD_BYTES = 16 + 12 + 2 + 4;

/** Points, one record after the other, as columns. @throws RangeError if a record is cut off */
export function pointsOf(records: Buffer, layout: number): GalaxyPoints {
  const count = records.byteLength / RECORD_BYTES;
  if (!Number.isInteger(count)) throw new RangeError("a point is cut off");
  const points: GalaxyPoints = {
    count,
    layout,
    ids: new Uint8Array(count * 16),
    positions: new Float32Array(count * 3),
    bpmTenths: new Uint16Array(count),
    keys: new Uint8Array(count),
    kinds: new Uint8Array(count),
    tags: new Uint8Array(count),
  };
  for (let i = 0, at = 0; i < count; i++, at += RECORD_BYTES) {
    records.copy(points.ids, i * 16, at, at + 16);
    for (let axis = 0; axis < 3; axis++) points.positions[i * 3 + axis] = records.readFloatBE(at + 16 + axis * 4);
    points.bpmTenths[i] = records.readUInt16BE(at + 28);
    points.keys[i] = records[at + 31] as number;
    points.kinds[i] = records[at + 32] as number;
    points.tags[i] = records[at + 33] as number;
  }
  return points;
}
