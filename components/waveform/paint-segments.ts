import { segmentColours } from "./segment-colours";
import type { Segment, SegmentBox } from "./segments";

export interface PaintSegmentsOptions {
  segments: readonly Segment[];
  boxes: readonly SegmentBox[];
  heightPixels: number;
  isLight: boolean;
  /** Outlined; −1 for none. */
  currentIndex: number;
  font: string;
}

const PADDING = 5;
/** A label may come this near to the edges before it is left out. */
const TIGHT_PADDING = 2;
const HATCH_GAP = 6;

/** Paints a lane of named stretches; a name that does not fit is left out rather than cut. */
export function paintSegments(context: CanvasRenderingContext2D, options: PaintSegmentsOptions): void {
  const { segments, boxes, heightPixels, isLight, currentIndex, font } = options;
  context.font = font;
  context.textBaseline = "middle";
  const widths = new Map<string, number>();
  for (const { index, x, width } of boxes) {
    const segment = segments[index];
    if (!segment) continue;
    const colours = segmentColours(segment.hue, isLight);
    // A pixel is left between neighbours, but a sliver is not eaten up by it.
    const inner = width > 3 ? width - 1 : width;
    context.fillStyle = colours.fill;
    context.fillRect(x, 2, inner, heightPixels - 4);
    if (segment.isHatched && inner > 3) hatch(context, x, inner, heightPixels, colours.line);
    const textWidth = widths.get(segment.label) ?? context.measureText(segment.label).width;
    widths.set(segment.label, textWidth);
    if (textWidth + 2 * TIGHT_PADDING <= inner) {
      const padding = Math.min(PADDING, (inner - textWidth) / 2);
      if (segment.isHatched) {
        context.fillStyle = colours.fill;
        context.fillRect(x + 1, 3, textWidth + 2 * padding - 1, heightPixels - 7);
      }
      context.fillStyle = colours.text;
      context.fillText(segment.label, x + padding, heightPixels / 2 + 0.5);
    }
    if (index === currentIndex) {
      context.strokeStyle = isLight ? "oklch(0.25 0.03 260)" : "oklch(0.96 0.01 200)";
      context.lineWidth = 1.5;
      context.strokeRect(x + 0.75, 2.75, Math.max(0.5, inner - 1.5), heightPixels - 5.5);
    }
  }
}

/** Thin diagonals, behind the label. */
function hatch(context: CanvasRenderingContext2D, x: number, width: number, height: number, line: string): void {
  context.save();
  context.beginPath();
  context.rect(x, 2, width, height - 4);
  context.clip();
  context.strokeStyle = line;
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.beginPath();
  for (let offset = -height; offset < width; offset += HATCH_GAP) {
    context.moveTo(x + offset, height);
    context.lineTo(x + offset + height, 0);
  }
  context.stroke();
  context.restore();
}
