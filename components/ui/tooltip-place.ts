export type Side = "top" | "right" | "bottom" | "left";

interface Size {
  width: number;
  height: number;
}

interface Box extends Size {
  left: number;
  top: number;
}

const GAP_PX = 7;
const EDGE_PX = 6;
const OPPOSITE: Record<Side, Side> = { top: "bottom", bottom: "top", left: "right", right: "left" };

/** Where a tooltip stands: on its side of the anchor, on the other side if there is no room, never outside the window. */
export function tooltipPlace(anchor: Box, tip: Size, side: Side, window: Size): { left: number; top: number } {
  const room: Record<Side, number> = {
    top: anchor.top,
    bottom: window.height - anchor.top - anchor.height,
    left: anchor.left,
    right: window.width - anchor.left - anchor.width,
  };
  const needed = GAP_PX + EDGE_PX + (side === "top" || side === "bottom" ? tip.height : tip.width);
  const used = room[side] < needed && room[OPPOSITE[side]] >= needed ? OPPOSITE[side] : side;
  const [middleX, middleY] = [anchor.left + anchor.width / 2, anchor.top + anchor.height / 2];
  const places: Record<Side, [number, number]> = {
    top: [middleX - tip.width / 2, anchor.top - tip.height - GAP_PX],
    bottom: [middleX - tip.width / 2, anchor.top + anchor.height + GAP_PX],
    left: [anchor.left - tip.width - GAP_PX, middleY - tip.height / 2],
    right: [anchor.left + anchor.width + GAP_PX, middleY - tip.height / 2],
  };
  const [left, top] = places[used];
  const inside = (at: number, size: number, whole: number) => Math.max(EDGE_PX, Math.min(at, whole - size - EDGE_PX));
  return {
    left: Math.round(inside(left, tip.width, window.width)),
    top: Math.round(inside(top, tip.height, window.height)),
  };
}
