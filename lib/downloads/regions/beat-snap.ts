interface Region {
  startSeconds: number;
  endSeconds: number;
}

/**
 * The region from beat to beat: each end moves to the nearest one. The end of the recording counts as one, because a loop ends
 * where its next beat would be. Null if there is no beat.
 */
export function onBeats({ startSeconds, endSeconds }: Region, beats: readonly number[], durationSeconds: number) {
  if (beats.length === 0) return null;
  const last = beats.at(-1) as number;
  const grid = durationSeconds > last ? [...beats, durationSeconds] : beats;
  const start = nearest(grid.slice(0, -1), startSeconds) ?? (grid[0] as number);
  const end = nearest(
    grid.filter((beat) => beat > start),
    endSeconds,
  );
  return end === null ? null : { startSeconds: start, endSeconds: end };
}

function nearest(grid: readonly number[], seconds: number): number | null {
  let best: number | null = null;
  for (const beat of grid) if (best === null || Math.abs(beat - seconds) < Math.abs(best - seconds)) best = beat;
  return best;
}
