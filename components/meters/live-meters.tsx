"use client";

import { RotateCcw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { useTrackState } from "@/components/player/use-player";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Scope } from "@/components/ui/scope";
import { useReducedMotion } from "@/components/ui/use-reduced-motion";
import { useShownPage } from "@/components/ui/use-shown-page";
import { msg } from "@/lib/language/text";
import { MeterFeed, type MeterObstacle } from "./meter-feed";
import type { MeterPanelProps } from "./meter-panel";
import { MeterPictures } from "./meter-pictures";
import { MeterTables } from "./meter-tables";
import { MeterTotals, type ShownLevels } from "./meter-totals";
import { usePainter } from "./use-painter";

/** What can be read without haste. */
const TABLE_INTERVAL_MS = 1000;

const OBSTACLES: Record<MeterObstacle, string> = {
  withheld: msg(
    "This browser does not hand out the sound of what it streams, so there is nothing to measure. Of a part that repeats (R) it does.",
  ),
  insecure: msg(
    "Levels are measured only on a page that comes by HTTPS or from this machine. The spectrum works without.",
  ),
  unavailable: msg("The meters could not be loaded. Close them and open them again to try once more."),
};

/** The meters themselves: pictures for each frame, and the same as numbers once a second. */
export function LiveMeters({ sampleId, channels }: MeterPanelProps) {
  const t = useText();
  const isPlaying = useTrackState(sampleId).status === "playing";
  const isShown = useShownPage();
  const isCalm = useReducedMotion();
  const [totals] = useState(() => new MeterTotals());
  const feed = useRef<MeterFeed | null>(null);
  const [levels, setLevels] = useState<ShownLevels>(() => totals.shown(null));
  const [obstacle, setObstacle] = useState<MeterObstacle | null>(null);
  const painter = usePainter(channels);

  useEffect(() => {
    const mine = new MeterFeed(sampleId, channels, (reading) => {
      totals.add(reading);
      painter.add(reading);
    });
    feed.current = mine;
    return () => {
      feed.current = null;
      mine.dispose();
      totals.restart();
    };
  }, [sampleId, channels, totals, painter]);

  useEffect(() => {
    if (!isPlaying || !isShown) {
      feed.current?.rest();
      painter.clear();
      setLevels(totals.shown(null));
      return;
    }
    const scope = new Scope();
    const paint = () => painter.paint(feed.current?.analyser() ?? null);
    const tell = () => {
      setLevels(totals.shown(feed.current?.reading ?? null));
      setObstacle(feed.current?.obstacle ?? null);
      if (isCalm) paint();
    };
    scope.interval(tell, TABLE_INTERVAL_MS);
    if (isCalm) paint();
    else scope.frames(paint);
    return scope.dispose;
  }, [isPlaying, isShown, isCalm, painter, totals]);

  const restart = () => {
    feed.current?.restart();
    totals.restart();
    setLevels(totals.shown(null));
  };
  return (
    <div className="flex flex-col gap-4 border-t px-5 pt-4 pb-5">
      <MeterPictures painter={painter} />
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
        <p role="status" className="mr-auto text-muted-foreground text-sm">
          {isPlaying
            ? obstacle
              ? t(OBSTACLES[obstacle])
              : ""
            : t("Nothing is measured while the sample does not play.")}
        </p>
        <Badge tone={levels.hasClipped ? "danger" : "neutral"} dot={levels.hasClipped}>
          {levels.hasClipped ? t("Over 0 dBTP") : t("No peak over 0 dBTP")}
        </Badge>
        <Button size="sm" variant="secondary" onClick={restart}>
          <RotateCcw aria-hidden />
          {t("Measure again")}
        </Button>
      </div>
      <MeterTables levels={levels} />
    </div>
  );
}
