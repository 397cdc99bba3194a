/** The radius of a point in units of the galaxy. The more points, the smaller each: together they take about the same room. */
export const radiusFor = (count: number): number => Math.min(0.03, 0.15 * Math.max(1, count) ** -0.34);
