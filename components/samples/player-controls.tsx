"use client";

import { Layers, Pause, Play, Repeat, SkipBack, SkipForward } from "lucide-react";
import { useText } from "#text";
import { KeyButton } from "@/components/keys/key-button";
import { useKeyText } from "@/components/keys/stored-keys";
import { audioPlayer } from "@/components/player/audio-player";
import { RateControl } from "@/components/player/rate-control";
import { SoundButton } from "@/components/player/sound-button";
import { SEEK_SECONDS } from "@/components/player/track";
import { VolumeControl } from "@/components/player/volume-control";
import { Button } from "@/components/ui/button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { menuFailed } from "@/components/ui/menu-failed";
import { BandLegend } from "@/components/waveform/band-legend";
import type { Layer } from "@/lib/samples/timeline-layers";
import type { PositionText } from "./position-text";
import type { LayerChoice } from "./use-layers";
import type { Loop } from "./use-loop";
import type { Playback } from "./use-playback";

const loadLayerMenu = async () => (await import("./layer-menu")).LayerMenu;

export interface PlayerToolbarProps {
  playback: Playback;
  text: PositionText;
  loop: Loop;
  layers: LayerChoice;
  /** Why a layer cannot be shown. */
  absent: Partial<Record<Layer, string>>;
}

/** The controls above the timeline. */
export function PlayerToolbar({ playback, text, loop, layers, absent }: PlayerToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3 sm:px-5">
      <Transport playback={playback} text={text} />
      <LoopButtons loop={loop} disabled={playback.track === null} />
      <RateControl />
      <VolumeControl />
      <SoundButton />
      <div className="order-last w-full lg:order-none lg:ml-auto lg:w-auto">
        <BandLegend />
      </div>
      <LayerButton layers={layers} absent={absent} />
    </div>
  );
}

/** Play and pause, and five seconds back and forward. */
function Transport({ playback: { track, isOn }, text }: Pick<PlayerToolbarProps, "playback" | "text">) {
  const t = useText();
  const disabled = track === null;
  const toggleKey = useKeyText("player.toggle");
  return (
    <div className="flex items-center gap-2">
      <KeyButton
        action="player.back"
        label={t("Back 5 seconds")}
        disabled={disabled}
        onClick={() => track && audioPlayer().seekBy(track, -SEEK_SECONDS)}
      >
        <SkipBack aria-hidden />
      </KeyButton>
      <Button
        variant="primary"
        size="icon"
        className="size-11 rounded-full"
        aria-label={isOn ? t("Pause") : t("Play")}
        aria-keyshortcuts={toggleKey}
        disabled={disabled}
        onClick={() => track && audioPlayer().toggle(track)}
      >
        {isOn ? <Pause aria-hidden className="fill-current" /> : <Play aria-hidden className="fill-current" />}
      </Button>
      <KeyButton
        action="player.forward"
        label={t("Forward 5 seconds")}
        disabled={disabled}
        onClick={() => track && audioPlayer().seekBy(track, SEEK_SECONDS)}
      >
        <SkipForward aria-hidden />
      </KeyButton>
      <p className="figures ml-2 whitespace-nowrap text-sm">
        <span className="sr-only">{t("Position")} </span>
        {text.position} / {text.duration}
      </p>
    </div>
  );
}

/** Sets the start (A) and the end (B) of the loop, and switches it on and off. */
function LoopButtons({ loop, disabled }: { loop: Loop; disabled: boolean }) {
  const t = useText();
  const isOn = loop.range !== null;
  return (
    <fieldset className="flex items-center rounded-md border border-border-strong" aria-label={t("Loop")}>
      <KeyButton
        action="loop.start"
        label={t("Loop from here")}
        size="icon-sm"
        disabled={disabled}
        onClick={({ shiftKey }) => loop.setStart(shiftKey)}
      >
        <span className="figures text-xs">A</span>
      </KeyButton>
      <KeyButton
        action="loop.toggle"
        label={isOn ? t("Stop looping") : t("Loop")}
        size="icon-sm"
        variant={isOn ? "primary" : "ghost"}
        aria-pressed={isOn}
        disabled={disabled}
        onClick={loop.toggle}
      >
        <Repeat aria-hidden />
      </KeyButton>
      <KeyButton
        action="loop.end"
        label={t("Loop to here")}
        size="icon-sm"
        disabled={disabled}
        onClick={({ shiftKey }) => loop.setEnd(shiftKey)}
      >
        <span className="figures text-xs">B</span>
      </KeyButton>
    </fieldset>
  );
}

/** Chooses what is drawn on the time axis. */
function LayerButton({ layers, absent }: Pick<PlayerToolbarProps, "layers" | "absent">) {
  const t = useText();
  return (
    <LazyMenu
      load={loadLayerMenu}
      menuProps={{ layers, absent }}
      onFailed={() => menuFailed(t)}
      trigger={
        <Button size="sm" variant="secondary">
          <Layers aria-hidden />
          {t("Layers")}
        </Button>
      }
    />
  );
}
