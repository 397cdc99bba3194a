import { barGeometry } from "./bar-geometry";

export interface MfccChartProps {
  /** Means over the frames, from the first coefficient on. */
  coefficients: readonly number[];
}

const WIDTH = 320;
const HEIGHT = 120;
const GAP = 3;

/** The timbre's fingerprint as bars around zero. The first coefficient is level, and would dwarf the rest: left out. */
export function MfccChart({ coefficients }: MfccChartProps) {
  const shown = coefficients.slice(1);
  const { bars, zeroY } = barGeometry(shown, { width: WIDTH, height: HEIGHT, gap: GAP });
  const list = shown.map((value, index) => `${index + 1}: ${value.toFixed(1)}`).join(", ");
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 14}`}
        role="img"
        aria-label={`Mel-frequency cepstral coefficients. ${list}`}
        className="w-full"
      >
        <line x1={0} x2={WIDTH} y1={zeroY} y2={zeroY} className="stroke-border-strong" />
        {bars.map((bar, index) => (
          <g key={`${bar.x}`}>
            <rect
              x={bar.x}
              y={bar.y}
              width={bar.width}
              height={bar.height}
              rx={1.5}
              className={bar.isNegative ? "fill-accent/75" : "fill-primary/85"}
            >
              <title>{`Coefficient ${index + 1}: ${(shown[index] ?? 0).toFixed(2)}`}</title>
            </rect>
            <text
              x={bar.x + bar.width / 2}
              y={HEIGHT + 11}
              textAnchor="middle"
              aria-hidden
              className="figures fill-muted-foreground text-[9px]"
            >
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
