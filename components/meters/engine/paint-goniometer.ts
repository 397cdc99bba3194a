import type { MeterColours } from "./meter-colours";

/** How much of the picture before remains. */
const AFTERGLOW = 0.8;
/** A quiet sound is drawn larger, up to this amplitude as the edge. */
const LEAST_REACH = 0.02;
const REACH_FALL = 0.985;

/**
 * A dot for each moment: what both channels have in common moves it up and down, what differs to the sides. Mono is an
 * upright line, opposite channels are a level one.
 */
export class Goniometer {
  /** The amplitude at the edge: the picture fills the square, whatever the level. */
  private reach = LEAST_REACH;

  /** Paints over the picture before, which fades. The square's size is in pixels of the canvas. */
  paint(
    context: CanvasRenderingContext2D,
    samples: { left: Float32Array; right: Float32Array },
    size: number,
    colours: MeterColours,
  ): void {
    const half = size / 2;
    context.globalCompositeOperation = "destination-in";
    context.globalAlpha = AFTERGLOW;
    context.fillStyle = "#000";
    context.fillRect(0, 0, size, size);
    context.globalCompositeOperation = "source-over";
    context.globalAlpha = 0.7;
    context.fillStyle = colours.primary;
    const scale = half / (2 * this.reachOf(samples));
    const dot = Math.max(1, size / 160);
    for (const [index, left] of samples.left.entries()) {
      const right = samples.right[index] ?? 0;
      context.fillRect(half + (right - left) * scale, half - (left + right) * scale, dot, dot);
    }
    context.globalAlpha = 1;
  }

  private reachOf({ left, right }: { left: Float32Array; right: Float32Array }): number {
    let largest = LEAST_REACH;
    for (const samples of [left, right]) for (const x of samples) largest = Math.max(largest, Math.abs(x));
    this.reach = Math.max(largest, this.reach * REACH_FALL);
    return this.reach;
  }
}

/** The axes of both channels, crossed. */
export function paintAxes(context: CanvasRenderingContext2D, size: number, colours: MeterColours): void {
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of [
    [0.15, 0.15, 0.85, 0.85],
    [0.85, 0.15, 0.15, 0.85],
    [0.5, 0, 0.5, 1],
    [0, 0.5, 1, 0.5],
  ] as const) {
    context.moveTo(fromX * size, fromY * size);
    context.lineTo(toX * size, toY * size);
  }
  context.stroke();
  context.font = colours.font;
  context.fillStyle = colours.text;
  context.textBaseline = "bottom";
  context.textAlign = "center";
  context.fillText("L", size * 0.12, size * 0.14);
  context.fillText("R", size * 0.88, size * 0.14);
}
