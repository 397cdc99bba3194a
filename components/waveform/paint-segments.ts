import { type SegmentColours, segmentColours } from "./segment-colours";
import { filledWidth, labelPadding, type Segment, type SegmentBox } from "./segments";

export interface PaintSegmentsOptions {
  segments: readonly Segment[];
  boxes: readonly SegmentBox[];
  heightPixels: number;
  isLight: boolean;
  /** The segment to outline; −1 for none. */
  currentIndex: number;
  font: string;
}

const HATCH_GAP = 6;

/** Paints a lane of segments. A label that does not fit is left out, not cut. */
export function paintSegments(context: CanvasRenderingContext2D, options: PaintSegmentsOptions): void {
  const { segments, boxes, heightPixels, isLight, currentIndex, font } = options;
  context.font = font;
  context.textBaseline = "middle";
  const widths = new Map<string, number>();
  for (const { index, x, width } of boxes) {
    const segment = segments[index];
    if (!segment) continue;
    const textWidth = widths.get(segment.label) ?? context.measureText(segment.label).width;
    widths.set(segment.label, textWidth);
    const colours = segmentColours(segment.hue, isLight);
    const box = { x, width: filledWidth(width), heightPixels };
    paintFill(context, segment, box, colours);
    paintLabel(context, segment, textWidth, box, colours);
    if (index === currentIndex) paintOutline(context, box, isLight);
  }
}

interface Box {
  x: number;
  width: number;
  heightPixels: number;
}

function paintFill(context: CanvasRenderingContext2D, segment: Segment, box: Box, colours: SegmentColours): void {
  context.fillStyle = colours.fill;
  context.fillRect(box.x, 2, box.width, box.heightPixels - 4);
  if (segment.isHatched && box.width > 3) hatch(context, box, colours.line);
}

function paintLabel(
  context: CanvasRenderingContext2D,
  { label, isHatched }: Segment,
  textWidth: number,
  { x, width, heightPixels }: Box,
  colours: SegmentColours,
): void {
  const padding = labelPadding(textWidth, width);
  if (padding === null) return;
  if (isHatched) {
    // Keeps the diagonals away from the text.
    context.fillStyle = colours.fill;
    context.fillRect(x + 1, 3, textWidth + 2 * padding - 1, heightPixels - 7);
  }
  context.fillStyle = colours.text;
  context.fillText(label, x + padding, heightPixels / 2 + 0.5);
}

function paintOutline(context: CanvasRenderingContext2D, { x, width, heightPixels }: Box, isLight: boolean): void {
  context.strokeStyle = isLight ? "oklch(0.25 0.03 260)" : "oklch(0.96 0.01 200)";
  context.lineWidth = 1.5;
  context.strokeRect(x + 0.75, 2.75, Math.max(0.5, width - 1.5), heightPixels - 5.5);
}

/** Thin diagonals. */
function hatch(context: CanvasRenderingContext2D, { x, width, heightPixels }: Box, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(x, 2, width, heightPixels - 4);
  context.clip();
  context.strokeStyle = colour;
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.beginPath();
  for (let offset = -heightPixels; offset < width; offset += HATCH_GAP) {
    context.moveTo(x + offset, heightPixels);
    context.lineTo(x + offset + heightPixels, 0);
  }
  context.stroke();
  context.restore();
}
