import { useText } from "#text";
import { polygonPoints, radarGeometry, radarPoint, round } from "./radar-geometry";

export interface RadarScore {
  name: string;
  /** 0–1. */
  value: number;
}

export interface RadarChartProps {
  scores: readonly RadarScore[];
  /** The name of the chart for screen readers. */
  label: string;
  /** Draws a dashed outline. */
  isUnsure?: boolean;
}

const RADIUS = 100;
const RINGS = [0.25, 0.5, 0.75, 1];

/** A radar chart. Screen readers hear all scores in one sentence; others find the numbers in a table beside it. */
export function RadarChart({ scores, label, isUnsure = false }: RadarChartProps) {
  const t = useText();
  const { axes, points } = radarGeometry(
    scores.map(({ value }) => value),
    RADIUS,
  );
  const spoken = scores
    .map(({ name, value }) => `${name} ${t("{percent}%", { percent: Math.round(value * 100) })}`)
    .join(", ");
  return (
    <svg viewBox="-185 -128 370 256" role="img" aria-label={`${label}: ${spoken}`} className="w-full">
      {RINGS.map((share) => (
        <polygon
          key={share}
          points={polygonPoints(scores.map((_, index) => radarPoint(index, scores.length, share, RADIUS)))}
          className={share === 1 ? "fill-muted stroke-border-strong" : "fill-none stroke-border"}
        />
      ))}
      {axes.map(({ end }, index) => (
        <line key={scores[index]?.name} x2={round(end.x)} y2={round(end.y)} className="stroke-border" />
      ))}
      <polygon
        points={polygonPoints(points)}
        strokeDasharray={isUnsure ? "4 3" : undefined}
        className="fill-primary/25 stroke-2 stroke-primary"
      />
      {points.map(({ x, y }, index) => (
        <circle key={scores[index]?.name} cx={round(x)} cy={round(y)} r={3} className="fill-primary" />
      ))}
      {axes.map(({ label: place, anchor }, index) => (
        <text
          key={scores[index]?.name}
          x={round(place.x)}
          y={round(place.y)}
          textAnchor={anchor}
          dominantBaseline="middle"
          aria-hidden
          className="fill-muted-foreground text-[11px]"
        >
          {scores[index]?.name}
        </text>
      ))}
    </svg>
  );
}
