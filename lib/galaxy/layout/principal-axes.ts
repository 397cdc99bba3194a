import { Chance } from "./chance";
import type { Vectors } from "./vectors";

const ROUNDS = 60;

/**
 * Places in 3D along the three directions in which the vectors differ most (principal components, by power iteration on
 * the covariance). The largest coordinate is `extent`; all are 0 if the vectors are all the same.
 */
export function placesOnPrincipalAxes(vectors: Vectors, extent: number): Float32Array {
  const { count, dimensions, values } = vectors;
  const mean = meanOf(vectors);
  const covariance = covarianceOf(vectors, mean);
  const places = new Float32Array(count * 3);
  const axis = new Float64Array(dimensions);
  const next = new Float64Array(dimensions);
  const chance = new Chance(3);
  let largest = 0;
  for (let k = 0; k < 3; k++) {
    const variance = strongestAxis(covariance, axis, next, chance);
    for (let point = 0; point < count && variance > 1e-12; point++) {
      let sum = 0;
      for (let i = 0; i < dimensions; i++)
        sum += ((values[point * dimensions + i] as number) - (mean[i] as number)) * (axis[i] as number);
      places[point * 3 + k] = sum;
      largest = Math.max(largest, Math.abs(sum));
    }
    for (let i = 0; i < dimensions; i++)
      for (let j = 0; j < dimensions; j++)
        covariance[i * dimensions + j] =
          (covariance[i * dimensions + j] as number) - variance * (axis[i] as number) * (axis[j] as number);
  }
  if (largest > 0) for (let i = 0; i < places.length; i++) places[i] = ((places[i] as number) * extent) / largest;
  return places;
}

function meanOf({ count, dimensions, values }: Vectors): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < count * dimensions; i++) {
    const at = i % dimensions;
    mean[at] = (mean[at] as number) + (values[i] as number) / count;
  }
  return mean;
}

function covarianceOf({ count, dimensions, values }: Vectors, mean: Float64Array): Float64Array {
  const covariance = new Float64Array(dimensions * dimensions);
  const centred = new Float64Array(dimensions);
  for (let point = 0; point < count; point++) {
    for (let i = 0; i < dimensions; i++) centred[i] = (values[point * dimensions + i] as number) - (mean[i] as number);
    for (let i = 0; i < dimensions; i++) {
      const own = (centred[i] as number) / count;
      for (let j = 0; j < dimensions; j++) {
        const at = i * dimensions + j;
        covariance[at] = (covariance[at] as number) + own * (centred[j] as number);
      }
    }
  }
  return covariance;
}

/** Finds the direction of the largest variance, and returns the variance. */
function strongestAxis(covariance: Float64Array, axis: Float64Array, next: Float64Array, chance: Chance): number {
  const dimensions = axis.length;
  for (let i = 0; i < dimensions; i++) axis[i] = chance.around();
  let variance = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let squares = 0;
    for (let i = 0; i < dimensions; i++) {
      let sum = 0;
      for (let j = 0; j < dimensions; j++) sum += (covariance[i * dimensions + j] as number) * (axis[j] as number);
      next[i] = sum;
      squares += sum * sum;
    }
    variance = Math.sqrt(squares);
    if (variance < 1e-12) return 0;
    for (let i = 0; i < dimensions; i++) axis[i] = (next[i] as number) / variance;
  }
  return variance;
}
