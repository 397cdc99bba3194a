"use client";

import { Volume1, Volume2, VolumeX } from "lucide-react";
import { useText } from "#text";
import { KeyButton } from "@/components/keys/key-button";
import { cn } from "@/lib/cn";
import { formatPercent } from "@/lib/music/notation";
import { audioPlayer } from "./audio-player";
import { useVolume } from "./use-player";

const LOUD = 0.5;

/** Mute, and how loud. */
export function VolumeControl({ className }: { className?: string }) {
  const t = useText();
  const volume = useVolume();
  const percent = Math.round(volume.level * 100);
  return (
    <div className={cn("flex items-center gap-1", className)}>
      <MuteButton />
      <input
        type="range"
        aria-label={t("Volume")}
        aria-valuetext={volume.isMuted ? t("Muted") : formatPercent(volume.level, t)}
        min={0}
        max={100}
        value={volume.isMuted ? 0 : percent}
        onChange={(event) => audioPlayer().sound.setVolume({ level: event.target.valueAsNumber / 100, isMuted: false })}
        // Phones have keys for it.
        className="h-7.5 w-20 cursor-pointer accent-primary max-sm:hidden"
      />
    </div>
  );
}

export function MuteButton() {
  const t = useText();
  const { level, isMuted } = useVolume();
  const Icon = isMuted || level === 0 ? VolumeX : level < LOUD ? Volume1 : Volume2;
  return (
    <KeyButton
      action="player.mute"
      label={isMuted ? t("Unmute") : t("Mute")}
      size="icon-sm"
      aria-pressed={isMuted}
      onClick={() => audioPlayer().sound.toggleMute()}
    >
      <Icon aria-hidden />
    </KeyButton>
  );
}
