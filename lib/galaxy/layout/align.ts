/** Turns, mirrors, scales and moves points. */
export interface Alignment {
  /** Row by row, 3 × 3: a rotation, perhaps with a reflection. */
  turn: Float64Array;
  scale: number;
  from: Float64Array;
  to: Float64Array;
}

const ROUNDS = 100;

/**
 * What brings `moved` closest to `kept`, point by point, in the sum of squares (orthogonal Procrustes problem; Schönemann
 * 1966). Points whose `kept` is not a number do not count. Null if fewer than four count, or they lie in a plane.
 */
export function alignmentOf(moved: Float32Array, kept: Float32Array): Alignment | null {
  const common = Int32Array.from({ length: kept.length / 3 }, (_, point) => point).filter(
    (point) => !Number.isNaN(kept[point * 3]),
  );
  if (common.length < 4) return null;
  const from = meanAt(moved, common);
  const to = meanAt(kept, common);
  const cross = new Float64Array(9);
  let [movedSquares, keptSquares] = [0, 0];
  for (const point of common) {
    for (let i = 0; i < 3; i++) {
      const k = (kept[point * 3 + i] as number) - (to[i] as number);
      keptSquares += k * k;
      for (let j = 0; j < 3; j++) {
        const m = (moved[point * 3 + j] as number) - (from[j] as number);
        if (i === 0) movedSquares += m * m;
        cross[i * 3 + j] = (cross[i * 3 + j] as number) + k * m;
      }
    }
  }
  const turn = movedSquares > 0 && keptSquares > 0 ? nearestTurn(cross) : null;
  if (!turn) return null;
  // So that both are as large as each other: the least squares would shrink what does not agree.
  return { turn, scale: Math.sqrt(keptSquares / movedSquares), from, to };
}

/** Moves all points by it, in place. */
export function align(places: Float32Array, { turn, scale, from, to }: Alignment): void {
  const point = new Float64Array(3);
  for (let at = 0; at < places.length; at += 3) {
    for (let i = 0; i < 3; i++) point[i] = (places[at + i] as number) - (from[i] as number);
    for (let i = 0; i < 3; i++) {
      const [a, b, c] = [turn[i * 3] as number, turn[i * 3 + 1] as number, turn[i * 3 + 2] as number];
      const turned = a * (point[0] as number) + b * (point[1] as number) + c * (point[2] as number);
      places[at + i] = (to[i] as number) + scale * turned;
    }
  }
}

function meanAt(places: Float32Array, points: Int32Array): Float64Array {
  const mean = new Float64Array(3);
  for (const point of points)
    for (let i = 0; i < 3; i++) mean[i] = (mean[i] as number) + (places[point * 3 + i] as number) / points.length;
  return mean;
}

/**
 * The orthogonal matrix that is nearest to a matrix: the mean of it and its transposed inverse, again and again (Higham
 * 1986). Null if it has no inverse.
 */
function nearestTurn(matrix: Float64Array): Float64Array | null {
  let current = matrix.map((value) => value / Math.hypot(...matrix));
  for (let round = 0; round < ROUNDS; round++) {
    const inverse = transposedInverse(current);
    if (!inverse) return null;
    const next = current.map((value, i) => (value + (inverse[i] as number)) / 2);
    const change = Math.hypot(...next.map((value, i) => value - (current[i] as number)));
    current = next;
    if (change < 1e-12) break;
  }
  return current;
}

function transposedInverse(m: Float64Array): Float64Array | null {
  const at = (row: number, column: number) => m[(row % 3) * 3 + (column % 3)] as number;
  const cofactors = Float64Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [Math.floor(i / 3), i % 3];
    return at(row + 1, column + 1) * at(row + 2, column + 2) - at(row + 1, column + 2) * at(row + 2, column + 1);
  });
  const determinant = at(0, 0) * (cofactors[0] ?? 0) + at(0, 1) * (cofactors[1] ?? 0) + at(0, 2) * (cofactors[2] ?? 0);
  return Math.abs(determinant) < 1e-12 ? null : cofactors.map((value) => value / determinant);
}
