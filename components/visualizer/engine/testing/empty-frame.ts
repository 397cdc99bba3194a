import { type Frame, SPECTRUM_BANDS } from "@/components/visualizer/engine/scene";

/** A silent moment. */
export function emptyFrame(seconds = 0): Frame {
  return {
    seconds,
    deltaSeconds: 0,
    isPlaying: false,
    beat: null,
    pulse: 0,
    level: 0,
    low: 0,
    mid: 0,
    high: 0,
    spectrum: new Float32Array(SPECTRUM_BANDS),
    chroma: new Float32Array(12),
    chord: -1,
    section: -1,
  };
}
