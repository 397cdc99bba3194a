/** Value of `values` at a fractional index, on the straight line between its neighbours; 0 outside. */
export function interpolate(values: Float64Array, index: number): number {
  const base = Math.floor(index);
  if (base < 0 || base + 1 >= values.length) return 0;
  return values[base] + (values[base + 1] - values[base]) * (index - base);
}

/**
 * How far the true maximum lies from a largest sample, in samples: the vertex of the parabola through it and its
 * neighbours. −½ … ½ if neither neighbour is above it; 0 where the three do not bend downwards.
 */
export function vertexOffset(left: number, centre: number, right: number): number {
  const curve = left - 2 * centre + right;
  return curve < 0 ? (0.5 * (left - right)) / curve : 0;
}
