import { describe, expect, it } from "vitest";
import { emptyFineChroma, type FineChroma } from "./hpcp";
import { estimateKey } from "./key";
import { keySpans } from "./key-changes";
import { foldRows } from "./pitch-rows";

const MAJOR = [0.24, 0, 0.12, 0, 0.17, 0.11, 0, 0.2, 0, 0.1, 0, 0.06];
const BASS = [0.4, 0, 0.08, 0, 0.06, 0.18, 0, 0.2, 0, 0.08, 0, 0];
const BLOCK = 40;

/** Rows of music in a major key, bin 0 of the chroma being A. */
function rowsIn(tonic: number, count: number): FineChroma[] {
  return Array.from({ length: count }, () => {
    const row = { ...emptyFineChroma(), bassShare: 0.4, frames: 2 };
    for (let degree = 0; degree < 12; degree++) {
      const bin = ((tonic + degree + 3) % 12) * 10;
      row.treble[bin] += MAJOR[degree] ?? 0;
      row.bass[bin] += BASS[degree] ?? 0;
    }
    return row;
  });
}

const silence = (count: number) => Array.from({ length: count }, emptyFineChroma);

function spansOf(rows: FineChroma[]) {
  const key = estimateKey(rows);
  if (!key.found || !key.readings[0]) throw new Error("no key");
  return keySpans(foldRows(rows, 0), key.readings[0], BLOCK);
}

describe("changes of key", () => {
  it("refuse blocks without rows", () => {
    expect(() => keySpans(foldRows(rowsIn(0, 100), 0), { tonic: 0, mode: "major", confidence: 1 }, 0)).toThrow(
      RangeError,
    );
  });

  it("are found where the music moves to another key, and back", () => {
    const spans = spansOf([...rowsIn(0, 320), ...rowsIn(1, 160), ...rowsIn(0, 160)]);
    expect(spans.map(({ tonic, mode }) => `${tonic} ${mode}`)).toEqual(["0 major", "1 major", "0 major"]);
    expect(Math.abs((spans[1]?.from ?? 0) - 320)).toBeLessThanOrEqual(BLOCK);
    expect(Math.abs((spans[2]?.from ?? 0) - 480)).toBeLessThanOrEqual(BLOCK);
    for (const { confidence } of spans) expect(confidence).toBeGreaterThan(0.5);
  });

  it("are a single entry, the key itself, if the key stays", () => {
    const rows = rowsIn(7, 400);
    const key = estimateKey(rows);
    if (!key.found) throw new Error("no key");
    expect(spansOf(rows)).toEqual([{ ...key.readings[0], from: 0 }]);
    expect(spansOf(rowsIn(7, 3))).toHaveLength(1);
  });

  it("are not heard in a pause", () => {
    expect(spansOf([...rowsIn(4, 200), ...silence(200), ...rowsIn(4, 200)])).toHaveLength(1);
  });
});
