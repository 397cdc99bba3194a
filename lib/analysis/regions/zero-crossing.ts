/**
 * Where to cut near `wanted`: the index of the nearest sample at which the sound rises through zero, or falls if it never
 * rises, or is quietest if it never crosses. A cut there makes no click. `window` is the mix of all channels around it.
 */
export function nearestZeroCrossing(window: Float32Array, wanted: number): number {
  let nearest = -1;
  let isRising = false;
  for (let at = 1; at < window.length; at++) {
    const [before, now] = [window[at - 1] as number, window[at] as number];
    const rises = before < 0 && now >= 0;
    if (!rises && !(before > 0 && now <= 0)) continue;
    const isNearer = nearest < 0 || Math.abs(at - wanted) < Math.abs(nearest - wanted);
    if ((rises && !isRising) || (rises === isRising && isNearer)) {
      nearest = at;
      isRising = rises;
    }
  }
  return nearest >= 0 ? nearest : quietest(window, wanted);
}

function quietest(window: Float32Array, wanted: number): number {
  let best = Math.min(Math.max(0, wanted), Math.max(0, window.length - 1));
  for (const [at, value] of window.entries()) {
    if (Math.abs(value) < Math.abs(window[best] ?? 0)) best = at;
  }
  return best;
}
