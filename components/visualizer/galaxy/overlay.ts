import { NOWHERE } from "./engine/projection";

export interface OverlayPicture {
  width: number;
  height: number;
  /** Where all points are. */
  xy: Float32Array;
  /** −1 for none. */
  cursor: number;
  path: readonly number[];
  lasso: readonly number[] | null;
  colours: { foreground: string; accent: string; background: string };
}

const RING_PX = 9;
const SHARPEST = 2;

/** Draws what lies over the points: the way between two, a ring around the cursor, and the lasso. */
export function paintOverlay(canvas: HTMLCanvasElement, picture: OverlayPicture): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const { width, height, xy, cursor, path, lasso, colours } = picture;
  const ratio = Math.min(SHARPEST, window.devicePixelRatio);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.lineJoin = "round";
  if (path.length > 1) {
    trace(pen, xy, path);
    pen.setLineDash([]);
    stroke(pen, colours.background, 4, 0.5);
    stroke(pen, colours.accent, 1.75, 0.95);
  }
  if (cursor >= 0 && (xy[cursor * 2] ?? NOWHERE) !== NOWHERE) {
    pen.beginPath();
    pen.arc(xy[cursor * 2] as number, xy[cursor * 2 + 1] as number, RING_PX, 0, 2 * Math.PI);
    stroke(pen, colours.background, 4, 0.6);
    stroke(pen, colours.foreground, 1.75, 1);
  }
  if (lasso && lasso.length > 3) {
    pen.beginPath();
    for (let at = 0; at + 1 < lasso.length; at += 2) pen.lineTo(lasso[at] as number, lasso[at + 1] as number);
    pen.closePath();
    pen.globalAlpha = 0.1;
    pen.fillStyle = colours.accent;
    pen.fill();
    pen.setLineDash([6, 4]);
    stroke(pen, colours.accent, 1.5, 1);
    pen.setLineDash([]);
  }
}

function trace(pen: CanvasRenderingContext2D, xy: Float32Array, path: readonly number[]): void {
  pen.beginPath();
  for (const index of path) {
    const x = xy[index * 2] ?? NOWHERE;
    if (x !== NOWHERE) pen.lineTo(x, xy[index * 2 + 1] as number);
  }
}

function stroke(pen: CanvasRenderingContext2D, colour: string, width: number, alpha: number): void {
  pen.globalAlpha = alpha;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
  pen.globalAlpha = 1;
}
