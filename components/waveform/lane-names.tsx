import type { ReactNode } from "react";
import { useText } from "#text";
import { BARS_PIXELS, RULER_PIXELS, SEGMENTS_PIXELS, WAVEFORM_PIXELS } from "./lane-sizes";
import { segmentIndexAtPlayhead, type TimelineLane } from "./segments";

export interface LaneNamesProps {
  hasGrid: boolean;
  lanes: readonly TimelineLane[];
  positionSeconds: number;
  /** Whether there is a picture below the lanes. */
  hasPicture: boolean;
}

/** Row names to the left of the timeline, with what is at the playhead. Screen readers get both from the rows. */
export function LaneNames({ hasGrid, lanes, positionSeconds, hasPicture }: LaneNamesProps) {
  const t = useText();
  return (
    <div aria-hidden className="hidden w-32 shrink-0 border-r text-2xs text-muted-foreground md:block">
      <Row height={RULER_PIXELS}>{t("Time")}</Row>
      {hasGrid ? <Row height={BARS_PIXELS + 1}>{t("Bars")}</Row> : null}
      <div className="px-3 pt-2" style={{ height: WAVEFORM_PIXELS }}>
        {t("Waveform")}
      </div>
      {lanes.map(({ id, name, segments }) => (
        <div
          key={id}
          className="flex items-center justify-between gap-2 border-t px-3"
          style={{ height: SEGMENTS_PIXELS + 1 }}
        >
          {name}
          <span className="truncate font-medium text-foreground text-xs">
            {segments[segmentIndexAtPlayhead(segments, positionSeconds)]?.label ?? ""}
          </span>
        </div>
      ))}
      {hasPicture ? <div className="border-t px-3 pt-2">{t("Spectrum")}</div> : null}
    </div>
  );
}

function Row({ height, children }: { height: number; children: ReactNode }) {
  return (
    <div className="flex items-center border-b px-3" style={{ height }}>
      {children}
    </div>
  );
}
