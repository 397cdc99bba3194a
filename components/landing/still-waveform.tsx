import { gridLines } from "@/components/waveform/beat-grid";
import { columnsOf, gainToFill, reachOf } from "@/components/waveform/peaks-view";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import { bytesOfBase64 } from "./base64";

const COLUMNS = 180;
const COLUMN_PIXELS = 4;
const HALF = 60;

export interface StillWaveformProps {
  /** One level, in base64. */
  peaks: string;
  durationSeconds: number;
  grid: { beats: readonly number[]; downbeats: readonly number[] } | null;
}

/** The waveform and its bars as a picture that needs no script. Treble over the full height, then mids and bass. */
export function StillWaveform({ peaks: stored, durationSeconds, grid }: StillWaveformProps) {
  const peaks = decodePeaks(bytesOfBase64(stored));
  const range = { startSeconds: 0, endSeconds: durationSeconds };
  const columns = columnsOf(peaks, range, COLUMNS);
  const gain = gainToFill(peaks);
  const width = COLUMNS * COLUMN_PIXELS;
  const layer = (share: Float32Array | null) =>
    Array.from({ length: COLUMNS }, (_, x) => {
      const { up, down } = reachOf(columns, x, gain);
      const part = (share?.[x] ?? 1) * HALF;
      return `M${x * COLUMN_PIXELS + 1.5} ${Math.round(HALF - up * part)}V${Math.round(HALF + down * part)}`;
    }).join("");
  const bars = grid ? gridLines(grid, range, width).filter(({ bar }) => bar !== null) : [];
  return (
    <svg viewBox={`0 0 ${width} ${2 * HALF}`} preserveAspectRatio="none" aria-hidden className="block h-36 w-full">
      <path d={layer(null)} strokeWidth={3} className="stroke-band-high" />
      <path d={layer(columns.midShare)} strokeWidth={3} className="stroke-band-mid" />
      <path d={layer(columns.lowShare)} strokeWidth={3} className="stroke-band-low" />
      <path
        d={bars.map(({ x }) => `M${Math.round(x)} 0V${2 * HALF}`).join("")}
        vectorEffect="non-scaling-stroke"
        className="stroke-foreground/35"
      />
    </svg>
  );
}
