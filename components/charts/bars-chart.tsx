import { useText } from "#text";
import { writeDecimal } from "@/lib/format/decimal";
import { barGeometry } from "./bar-geometry";

export interface BarsChartProps {
  bars: readonly { name: string; value: number }[];
  /** The name of the chart for screen readers. */
  label: string;
  /** Decimal places of the values in tooltips and for screen readers. */
  places: number;
}

const WIDTH = 480;
const HEIGHT = 120;
/** The gap as a share of the space for one bar, so that a few wide bars do not look like a solid block. */
const GAP_SHARE = 0.3;

/** Bars up and down from zero, each with its name below. */
export function BarsChart({ bars, label, places }: BarsChartProps) {
  const t = useText();
  const geometry = barGeometry(
    bars.map(({ value }) => value),
    { width: WIDTH, height: HEIGHT, gap: (WIDTH / bars.length) * GAP_SHARE },
  );
  const list = bars.map(({ name, value }) => `${name}: ${writeDecimal(value, places, t)}`).join(", ");
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`} role="img" aria-label={`${label}. ${list}`} className="w-full">
        <line x1={0} x2={WIDTH} y1={geometry.zeroY} y2={geometry.zeroY} className="stroke-border-strong" />
        {geometry.bars.map((bar, index) => (
          <g key={bars[index]?.name}>
            <rect
              x={bar.x}
              y={bar.y}
              width={bar.width}
              height={bar.height}
              rx={1.5}
              className={bar.isNegative ? "fill-accent/70" : "fill-primary/70"}
            >
              <title>{`${bars[index]?.name}: ${writeDecimal(bars[index]?.value ?? 0, places, t)}`}</title>
            </rect>
            <text
              x={bar.x + bar.width / 2}
              y={HEIGHT + 13}
              textAnchor="middle"
              aria-hidden
              className="figures fill-muted-foreground text-[10px]"
            >
              {bars[index]?.name}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
