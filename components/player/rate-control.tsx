"use client";

import { Minus, Music2, Plus } from "lucide-react";
import { useText } from "#text";
import { KeyButton } from "@/components/keys/key-button";
import { Button } from "@/components/ui/button";
import { audioPlayer } from "./audio-player";
import { RATE_LIMITS, rateText } from "./sound-settings";
import { useSoundSettings } from "./use-player";

/** How fast everything plays, and whether the pitch stays. */
export function RateControl() {
  const t = useText();
  const { rate, keepsPitch } = useSoundSettings();
  return (
    <fieldset className="flex items-center rounded-md border border-border-strong" aria-label={t("Rate")}>
      <KeyButton
        action="player.slower"
        label={t("Slower")}
        size="icon-sm"
        disabled={rate <= RATE_LIMITS.lowest}
        onClick={() => audioPlayer().sound.stepRate(-1)}
      >
        <Minus aria-hidden />
      </KeyButton>
      <ResetButton rate={rate} />
      <KeyButton
        action="player.faster"
        label={t("Faster")}
        size="icon-sm"
        disabled={rate >= RATE_LIMITS.highest}
        onClick={() => audioPlayer().sound.stepRate(1)}
      >
        <Plus aria-hidden />
      </KeyButton>
      <KeyButton
        action="player.pitch"
        label={t("Keep the pitch")}
        size="icon-sm"
        aria-pressed={keepsPitch}
        variant={keepsPitch ? "secondary" : "ghost"}
        className={keepsPitch ? "text-primary" : undefined}
        onClick={() => audioPlayer().sound.set({ keepsPitch: !keepsPitch })}
      >
        <Music2 aria-hidden />
      </KeyButton>
    </fieldset>
  );
}

/** Where there is no room for the controls: says that something plays at another rate, and takes it back. */
export function RateBadge() {
  const { rate } = useSoundSettings();
  return rate === 1 ? null : <ResetButton rate={rate} />;
}

function ResetButton({ rate }: { rate: number }) {
  const t = useText();
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={t("Rate {rate}, back to 100%", { rate: rateText(rate, t) })}
      className="figures w-12 px-0 text-xs"
      onClick={() => audioPlayer().sound.set({ rate: 1 })}
    >
      {rateText(rate, t)}
    </Button>
  );
}
