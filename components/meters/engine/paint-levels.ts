import type { FallingLevel } from "./ballistics";
import type { MeterColours } from "./meter-colours";
import { levelPlace } from "./meter-scale";

export interface LevelBar {
  name: string;
  level: FallingLevel;
  /** A second, darker level inside the bar: the root mean square inside the peak. */
  innerDb?: number;
}

const MARKS_DB = [0, -6, -12, -20, -30, -40, -60];
const SCALE_PX = 26;
const NAMES_PX = 16;
const GAP_PX = 6;
/** From here it is close to full scale. */
const HIGH_DB = -6;

/** Upright bars beside a scale in dB. The canvas is empty. */
export function paintLevels(
  context: CanvasRenderingContext2D,
  bars: readonly LevelBar[],
  { width, height }: { width: number; height: number },
  colours: MeterColours,
): void {
  const bottom = height - NAMES_PX;
  const y = (db: number) => bottom - levelPlace(db) * bottom;
  paintScale(context, y, width, colours);
  const barPx = (width - SCALE_PX) / bars.length - GAP_PX;
  for (const [index, { name, level, innerDb }] of bars.entries()) {
    const x = SCALE_PX + index * (barPx + GAP_PX);
    const fill = (db: number, alpha: number) => {
      context.globalAlpha = alpha;
      context.fillStyle = db >= 0 ? colours.danger : db > HIGH_DB ? colours.warning : colours.primary;
      context.fillRect(x, y(db), barPx, bottom - y(db));
    };
    fill(level.levelDb, innerDb === undefined ? 0.85 : 0.4);
    if (innerDb !== undefined) fill(innerDb, 0.85);
    context.globalAlpha = 1;
    context.fillStyle = level.heldDb >= 0 ? colours.danger : colours.accent;
    if (levelPlace(level.heldDb) > 0) context.fillRect(x, y(level.heldDb) - 1, barPx, 2);
    context.fillStyle = colours.text;
    context.textAlign = "center";
    context.textBaseline = "bottom";
    context.fillText(name, x + barPx / 2, height);
  }
}

function paintScale(
  context: CanvasRenderingContext2D,
  y: (db: number) => number,
  width: number,
  colours: MeterColours,
): void {
  context.font = colours.font;
  context.fillStyle = colours.text;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.beginPath();
  for (const db of MARKS_DB) {
    const at = Math.round(y(db)) + 0.5;
    context.moveTo(SCALE_PX, at);
    context.lineTo(width, at);
    context.fillText(db === 0 ? "0" : `\u2212${-db}`, SCALE_PX - 5, Math.min(at, y(-60) - 4));
  }
  context.stroke();
}
