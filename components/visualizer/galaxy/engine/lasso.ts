/** Whether a place is inside a closed line, given as x and y of its corners. A line that crosses itself has holes. */
export function isInside(line: ArrayLike<number>, x: number, y: number): boolean {
  let isIn = false;
  const corners = Math.floor(line.length / 2);
  for (let at = 0, before = corners - 1; at < corners; before = at++) {
    const ax = line[at * 2] as number;
    const ay = line[at * 2 + 1] as number;
    const bx = line[before * 2] as number;
    const by = line[before * 2 + 1] as number;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
  }
  return isIn;
}

/** Those of the points inside a closed line on screen. */
export function pointsInside(line: ArrayLike<number>, xy: Float32Array, points: ArrayLike<number>): number[] {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let at = 0; at + 1 < line.length; at += 2) {
    left = Math.min(left, line[at] as number);
    right = Math.max(right, line[at] as number);
    top = Math.min(top, line[at + 1] as number);
    bottom = Math.max(bottom, line[at + 1] as number);
  }
  const inside: number[] = [];
  for (let at = 0; at < points.length; at++) {
    const index = points[at] as number;
    const x = xy[index * 2] as number;
    const y = xy[index * 2 + 1] as number;
    if (x < left || x > right || y < top || y > bottom) continue;
    if (isInside(line, x, y)) inside.push(index);
  }
  return inside;
}
