import type { TimeRange } from "./peaks-view";
import type { SpectrogramPlace } from "./spectrogram-reading";

export interface CursorBounds {
  view: TimeRange;
  durationSeconds: number;
  /** Rows of the picture. */
  bands: number;
}

/** Steps across the view. */
const STEPS = 100;
const LARGE_STEP = 10;

/** Where a key moves the cursor; null for keys that do not move it. */
export function cursorAfterKey(key: string, place: SpectrogramPlace, bounds: CursorBounds): SpectrogramPlace | null {
  const { view, durationSeconds, bands } = bounds;
  const step = (view.endSeconds - view.startSeconds) / STEPS;
  const moves: Record<string, [seconds: number, bands: number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
    PageUp: [0, LARGE_STEP],
    PageDown: [0, -LARGE_STEP],
    Home: [-durationSeconds, 0],
    End: [durationSeconds, 0],
  };
  const move = moves[key];
  if (!move) return null;
  return {
    seconds: Math.min(durationSeconds, Math.max(0, place.seconds + move[0])),
    height: Math.min(1, Math.max(0, place.height + move[1] / bands)),
  };
}
