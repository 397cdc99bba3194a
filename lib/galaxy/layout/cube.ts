/** Up to here places are as they were laid out; what lies beyond is drawn in, ever more, and stays below 1. */
const PLAIN = 0.85;
const REST = 1 - PLAIN;
/** The share of points that lies within `PLAIN`. */
const WITHIN = 0.99;
/** Coordinates are whole multiples of this: nobody sees less, and they pack better. */
const GRAIN = 2 ** -14;

/** The length of the vector at `point`. */
const radiusOf = (places: Float32Array, point: number) =>
  Math.hypot(places[point * 3] as number, places[point * 3 + 1] as number, places[point * 3 + 2] as number);

/** Puts the middle of all points at 0. */
export function centre(places: Float32Array): void {
  const points = places.length / 3;
  for (let axis = 0; axis < 3; axis++) {
    let sum = 0;
    for (let i = axis; i < places.length; i += 3) sum += places[i] as number;
    for (let i = axis; i < places.length; i += 3) places[i] = (places[i] as number) - sum / points;
  }
}

/** By what places have to be multiplied so that all but a few lie within the plain part of the cube. */
export function fittingScale(places: Float32Array): number {
  const radii = Float32Array.from({ length: places.length / 3 }, (_, point) => radiusOf(places, point)).sort();
  const radius = radii[Math.floor(WITHIN * (radii.length - 1))] ?? 0;
  return radius > 0 ? PLAIN / radius : 1;
}

/** Draws in what is far out, so that every coordinate is within −1 … 1, and rounds. */
export function contain(places: Float32Array): void {
  for (let point = 0; point < places.length / 3; point++) {
    const radius = radiusOf(places, point);
    const wanted = radius <= PLAIN ? radius : PLAIN + REST * (1 - Math.exp(-(radius - PLAIN) / REST));
    const factor = radius > 0 ? wanted / radius : 0;
    for (let i = point * 3; i < point * 3 + 3; i++)
      places[i] = Math.round(((places[i] as number) * factor) / GRAIN) * GRAIN;
  }
}

export function multiply(places: Float32Array, factor: number): void {
  for (let i = 0; i < places.length; i++) places[i] = (places[i] as number) * factor;
}
