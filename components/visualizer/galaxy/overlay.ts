import { NOWHERE } from "./engine/projection";

export interface OverlayPicture {
  width: number;
  height: number;
  /** x and y of the points of a path. */
  path: ArrayLike<number>;
  lasso: ArrayLike<number> | null;
  colours: { accent: string; background: string };
}

const SHARPEST = 2;

/** Draws what lies over the points: the way between two, and the lasso. Without either it is not there, and costs nothing. */
export function paintOverlay(canvas: HTMLCanvasElement, picture: OverlayPicture): void {
  const { width, height, path, lasso, colours } = picture;
  const hasPath = path.length > 2;
  const hasLasso = lasso !== null && lasso.length > 3;
  canvas.hidden = !hasPath && !hasLasso;
  const pen = canvas.hidden ? null : canvas.getContext("2d");
  if (!pen) return;
  const ratio = Math.min(SHARPEST, window.devicePixelRatio);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.lineJoin = "round";
  if (hasPath) {
    trace(pen, path);
    stroke(pen, colours.background, 4, 0.5);
    stroke(pen, colours.accent, 1.75, 0.95);
  }
  if (hasLasso) {
    trace(pen, lasso);
    pen.closePath();
    pen.globalAlpha = 0.1;
    pen.fillStyle = colours.accent;
    pen.fill();
    pen.setLineDash([6, 4]);
    stroke(pen, colours.accent, 1.5, 1);
    pen.setLineDash([]);
  }
}

function trace(pen: CanvasRenderingContext2D, line: ArrayLike<number>): void {
  pen.beginPath();
  for (let at = 0; at + 1 < line.length; at += 2)
    if (line[at] !== NOWHERE) pen.lineTo(line[at] as number, line[at + 1] as number);
}

function stroke(pen: CanvasRenderingContext2D, colour: string, width: number, alpha: number): void {
  pen.globalAlpha = alpha;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
  pen.globalAlpha = 1;
}
