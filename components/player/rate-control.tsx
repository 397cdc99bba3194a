"use client";

import { Minus, Music2, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { audioPlayer } from "./audio-player";
import { RATE_LIMITS, rateText } from "./playback-rate";
import { usePlaybackRate } from "./use-player";

/** How fast everything plays, and whether the pitch stays. */
export function RateControl() {
  const { rate, keepsPitch } = usePlaybackRate();
  return (
    <fieldset className="flex items-center rounded-md border border-border-strong" aria-label="Rate">
      <IconButton
        label="Slower (,)"
        size="icon-sm"
        aria-keyshortcuts=","
        disabled={rate <= RATE_LIMITS.lowest}
        onClick={() => audioPlayer().stepRate(-1)}
      >
        <Minus aria-hidden />
      </IconButton>
      <ResetButton rate={rate} />
      <IconButton
        label="Faster (.)"
        size="icon-sm"
        aria-keyshortcuts="."
        disabled={rate >= RATE_LIMITS.highest}
        onClick={() => audioPlayer().stepRate(1)}
      >
        <Plus aria-hidden />
      </IconButton>
      <IconButton
        label="Keep the pitch (Y)"
        size="icon-sm"
        aria-keyshortcuts="Y"
        aria-pressed={keepsPitch}
        variant={keepsPitch ? "secondary" : "ghost"}
        className={keepsPitch ? "text-primary" : undefined}
        onClick={() => audioPlayer().setRate({ keepsPitch: !keepsPitch })}
      >
        <Music2 aria-hidden />
      </IconButton>
    </fieldset>
  );
}

/** Where there is no room for the controls: says that something plays at another rate, and takes it back. */
export function RateBadge() {
  const { rate } = usePlaybackRate();
  return rate === 1 ? null : <ResetButton rate={rate} />;
}

function ResetButton({ rate }: { rate: number }) {
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={`Rate ${rateText(rate)}, back to 100%`}
      className="figures w-12 px-0 text-xs"
      onClick={() => audioPlayer().setRate({ rate: 1 })}
    >
      {rateText(rate)}
    </Button>
  );
}
