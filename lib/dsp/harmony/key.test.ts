import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyFineChroma, FINE_BINS, type FineChroma } from "./hpcp";
import { estimateKey } from "./key";

/** Fine chroma of a piece by its shares of the pitch classes from the tonic, bin 0 being A. */
function piece(tonic: number, degrees: number[], bassDegrees: number[], shiftCents = 0): FineChroma {
  const fine = { ...emptyFineChroma(), bassShare: 20, frames: 100 };
  const put = (into: Float64Array, shares: number[]) =>
    shares.forEach((share, degree) => {
      const bin = ((tonic + degree + 3) % 12) * 10 + shiftCents / 10;
      into[(bin + FINE_BINS) % FINE_BINS] += share * 100;
    });
  put(fine.treble, degrees);
  put(fine.bass, bassDegrees);
  return fine;
}

const MAJOR = [0.24, 0, 0.12, 0, 0.17, 0.11, 0, 0.2, 0, 0.1, 0, 0.06];
const MAJOR_BASS = [0.4, 0, 0.08, 0, 0.06, 0.18, 0, 0.2, 0, 0.08, 0, 0];
const MINOR = [0.24, 0, 0.1, 0.18, 0, 0.11, 0, 0.2, 0.08, 0, 0.05, 0.04];
const MINOR_BASS = [0.4, 0, 0.06, 0.08, 0, 0.16, 0, 0.18, 0.08, 0, 0.04, 0];

describe("estimateKey", () => {
  it("finds every major and minor key, also out of tune", () => {
    for (let tonic = 0; tonic < 12; tonic++) {
      for (const cents of [-30, 0, 20]) {
        const major = estimateKey([piece(tonic, MAJOR, MAJOR_BASS, cents)]);
        const minor = estimateKey([piece(tonic, MINOR, MINOR_BASS, cents)]);
        if (!major.found || !minor.found) throw new Error("no key");
        expect(major.readings[0]).toMatchObject({ tonic, mode: "major" });
        expect(minor.readings[0]).toMatchObject({ tonic, mode: "minor" });
        expect(Math.abs((major.tuning?.cents ?? 99) - cents)).toBeLessThan(1);
      }
    }
  });

  it("moves with a transposition, with the same confidence", () => {
    const home = estimateKey([piece(0, MAJOR, MAJOR_BASS)]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), (tonic) => {
        const moved = estimateKey([piece(tonic, MAJOR, MAJOR_BASS)]);
        if (!moved.found || !home.found) throw new Error("no key");
        expect(moved.readings.map(({ confidence }) => confidence.toFixed(6))).toEqual(
          home.readings.map(({ confidence }) => confidence.toFixed(6)),
        );
      }),
    );
  });

  it("does not take what leaks below a melody for a bass", () => {
    const leaking = piece(0, MAJOR, [0, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5]);
    const estimate = estimateKey([{ ...leaking, bassShare: 0.2 }]);
    expect(estimate.found && estimate.readings[0]).toMatchObject({ tonic: 0, mode: "major" });
  });

  it("says why there is no key: silence, all pitches alike, a single note", () => {
    expect(estimateKey([emptyFineChroma()])).toMatchObject({ found: false, reason: "silence" });
    const even = piece(0, new Array(12).fill(1 / 12), new Array(12).fill(1 / 12));
    expect(estimateKey([even])).toMatchObject({ found: false, reason: "atonal" });
    expect(estimateKey([piece(5, [1], [1])])).toMatchObject({ found: false, reason: "single_note" });
  });
});
