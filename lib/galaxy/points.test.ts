import { expect, it } from "vitest";
import { pointsOf, RECORD_BYTES } from "./points";
import { decodeGalaxy, encodeGalaxy } from "./schema";

function record(
  byte: number,
  [x, y, z]: [number, number, number],
  bpm: number,
  key: number,
  kind: number,
  tag: number,
) {
  const bytes = Buffer.alloc(RECORD_BYTES, byte);
  for (const [axis, value] of [x, y, z].entries()) bytes.writeFloatBE(value, 16 + axis * 4);
  bytes.writeUInt16BE(bpm, 28);
  bytes.writeInt32BE(key * 65_536 + kind * 256 + tag, 30);
  return bytes;
}

it("points travel from the database to a browser as they are", () => {
  const rows = [record(1, [0.5, -0.25, 1], 1240, 14, 2, 3), record(2, [0, 0, -1], 0, 255, 0, 255)];
  const points = decodeGalaxy(encodeGalaxy(pointsOf(Buffer.concat(rows), 7)).buffer as ArrayBuffer);
  expect(points).toMatchObject({ count: 2, layout: 7 });
  expect([...points.positions]).toEqual([0.5, -0.25, 1, 0, 0, -1]);
  expect([...points.ids]).toEqual([...Array(16).fill(1), ...Array(16).fill(2)]);
  expect([...points.bpmTenths]).toEqual([1240, 0]);
  expect([...points.keys, ...points.kinds, ...points.tags]).toEqual([14, 255, 2, 0, 3, 255]);
  expect(pointsOf(Buffer.alloc(0), 0).count).toBe(0);
  expect(() => pointsOf(Buffer.alloc(RECORD_BYTES - 1), 0)).toThrow(RangeError);
});
