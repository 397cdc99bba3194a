/** Lines of equal height in a pane that scrolls. A line is a row, or several cards beside each other. */
export interface Geometry {
  lines: number;
  linePx: number;
  /** The height of what is seen at once. */
  viewPx: number;
}

/** No browser draws an element that is higher than this. A longer list scrolls faster than the bar instead. */
const MOST_PX = 15_000_000;

const fullPx = ({ lines, linePx }: Geometry) => lines * linePx;

/** The height of what scrolls. */
export const canvasPx = (geometry: Geometry): number => Math.min(fullPx(geometry), MOST_PX);

/** How many pixels of the list one pixel of scrolling stands for. */
function paceOf(geometry: Geometry): number {
  const [full, canvas] = [fullPx(geometry), canvasPx(geometry)];
  return full === canvas ? 1 : (full - geometry.viewPx) / (canvas - geometry.viewPx);
}

/** The pixels of the list above the view. */
export const listPxAt = (geometry: Geometry, scrollTop: number): number => Math.max(0, scrollTop) * paceOf(geometry);

/** Where to scroll so that this many pixels of the list are above the view. */
export function scrollTopAt(geometry: Geometry, listPx: number): number {
  const most = Math.max(0, fullPx(geometry) - geometry.viewPx);
  return Math.max(0, Math.min(most, listPx)) / paceOf(geometry);
}

/** Where to scroll so that a line is wholly seen; the same place if it is. */
export function scrollTopFor(geometry: Geometry, line: number, scrollTop: number): number {
  const [above, top] = [listPxAt(geometry, scrollTop), line * geometry.linePx];
  if (top < above) return scrollTopAt(geometry, top);
  const bottom = top + geometry.linePx;
  return bottom > above + geometry.viewPx ? scrollTopAt(geometry, bottom - geometry.viewPx) : scrollTop;
}

export interface LineRange {
  first: number;
  /** The line behind the last. */
  end: number;
}

/** The lines that are seen, also in part. */
export function linesSeen(geometry: Geometry, scrollTop: number): LineRange {
  const above = listPxAt(geometry, scrollTop);
  const first = Math.floor(above / geometry.linePx);
  return {
    first: Math.min(first, geometry.lines),
    end: Math.min(geometry.lines, Math.ceil((above + geometry.viewPx) / geometry.linePx)),
  };
}

/**
 * The lines to draw: those seen and some around. What was drawn last is kept while it is enough, so that a slow scroll
 * draws only now and then.
 */
export function linesDrawn(geometry: Geometry, scrollTop: number, around: number, drawn: LineRange): LineRange {
  const seen = linesSeen(geometry, scrollTop);
  const isEnough = drawn.end <= geometry.lines && drawn.end > drawn.first;
  const above = drawn.first === 0 ? 0 : around / 2;
  const below = drawn.end === geometry.lines ? 0 : around / 2;
  if (isEnough && drawn.first <= seen.first - above && drawn.end >= seen.end + below) return drawn;
  return { first: Math.max(0, seen.first - around), end: Math.min(geometry.lines, seen.end + around) };
}
