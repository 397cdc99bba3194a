import { NOWHERE } from "./projection";

/** A label on screen: its middle, and how far it may come to the others. */
export interface LabelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

const GAP_PX = 6;

/**
 * Which labels are shown so that none lies over another or leaves the picture: the first ones win. Writes 1 or 0 for each
 * box into `shown`.
 */
export function placeLabels(
  boxes: readonly LabelBox[],
  size: { width: number; height: number },
  shown: Uint8Array,
): void {
  for (let at = 0; at < boxes.length; at++) {
    const box = boxes[at] as LabelBox;
    const isWithin =
      box.x > NOWHERE &&
      box.x >= box.width / 2 &&
      box.x <= size.width - box.width / 2 &&
      box.y >= box.height / 2 &&
      box.y <= size.height - box.height / 2;
    shown[at] = isWithin ? 1 : 0;
    for (let before = 0; before < at && shown[at] === 1; before++) {
      const other = boxes[before] as LabelBox;
      const overlaps =
        shown[before] === 1 &&
        Math.abs(box.x - other.x) < (box.width + other.width) / 2 + GAP_PX &&
        Math.abs(box.y - other.y) < (box.height + other.height) / 2 + GAP_PX;
      if (overlaps) shown[at] = 0;
    }
  }
}
