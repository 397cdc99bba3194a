"use client";

import { Camera, Captions, Circle, EyeOff, Leaf, Maximize, Minimize, Pause, Play, Square } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { audioPlayer } from "@/components/player/audio-player";
import { MuteButton } from "@/components/player/volume-control";
import { positionText } from "@/components/samples/position-text";
import type { Playback } from "@/components/samples/use-playback";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";

export interface Toggle {
  isOn: boolean;
  toggle: () => void;
}

export interface BottomBarProps {
  playback: Playback;
  durationSeconds: number;
  calm: Toggle;
  caption: Toggle;
  /** Null where the browser cannot. */
  recording: Toggle | null;
  fullScreen: Toggle | null;
  /** Whether there is a picture yet. */
  hasPicture: boolean;
  onPhotograph: () => void;
  onHide: () => void;
}

/** The player's controls, and what can be done with the picture. */
export function BottomBar({ playback, durationSeconds, ...rest }: BottomBarProps) {
  const t = useText();
  const { track, isOn, positionSeconds, seek } = playback;
  const text = positionText(positionSeconds, durationSeconds);
  return (
    <div className="glass-strong flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg px-3 py-2">
      <div className="flex min-w-0 flex-1 basis-72 items-center gap-3">
        <Button
          variant="primary"
          size="icon"
          className="size-11 rounded-full"
          aria-label={isOn ? t("Pause") : t("Play")}
          aria-keyshortcuts="Space"
          disabled={track === null}
          onClick={() => track && audioPlayer().toggle(track)}
        >
          {isOn ? <Pause aria-hidden className="fill-current" /> : <Play aria-hidden className="fill-current" />}
        </Button>
        <Slider
          label={t("Position")}
          className="mx-2 min-w-16 flex-1"
          value={Math.min(positionSeconds, durationSeconds)}
          max={durationSeconds}
          step={durationSeconds / 500}
          valueText={(seconds) =>
            t("{position} of {duration}", {
              position: positionText(seconds, durationSeconds).position,
              duration: text.duration,
            })
          }
          disabled={track === null}
          onValueChange={seek}
        />
        <p className="figures shrink-0 whitespace-nowrap text-sm">
          <span className="sr-only">{t("Position")} </span>
          {text.position} / {text.duration}
        </p>
      </div>
      <PictureButtons {...rest} />
    </div>
  );
}

type PictureButtonsProps = Omit<BottomBarProps, "playback" | "durationSeconds">;

function PictureButtons(props: PictureButtonsProps) {
  const t = useText();
  const { calm, caption, recording, fullScreen, hasPicture, onPhotograph, onHide } = props;
  return (
    <div className="flex items-center gap-0.5 max-sm:w-full max-sm:justify-between">
      <MuteButton />
      <ToggleButton label={t("Calm")} hotkey="K" {...calm}>
        <Leaf aria-hidden />
      </ToggleButton>
      <ToggleButton label={t("Caption")} hotkey="C" {...caption}>
        <Captions aria-hidden />
      </ToggleButton>
      <IconButton label={t("Save a picture (P)")} aria-keyshortcuts="P" disabled={!hasPicture} onClick={onPhotograph}>
        <Camera aria-hidden />
      </IconButton>
      {recording ? (
        <IconButton
          label={recording.isOn ? t("Stop recording (V)") : t("Record a film (V)")}
          aria-keyshortcuts="V"
          disabled={!hasPicture}
          className={recording.isOn ? "text-danger" : undefined}
          onClick={recording.toggle}
        >
          {recording.isOn ? <Square aria-hidden className="fill-current" /> : <Circle aria-hidden />}
        </IconButton>
      ) : null}
      {fullScreen ? (
        <IconButton
          label={fullScreen.isOn ? t("Leave full screen (F)") : t("Full screen (F)")}
          aria-keyshortcuts="F"
          onClick={fullScreen.toggle}
        >
          {fullScreen.isOn ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
        </IconButton>
      ) : null}
      <IconButton label={t("Hide the controls (H)")} aria-keyshortcuts="H" onClick={onHide}>
        <EyeOff aria-hidden />
      </IconButton>
    </div>
  );
}

/** Says whether it is on by more than its colour. */
function ToggleButton({
  label,
  hotkey,
  isOn,
  toggle,
  children,
}: Toggle & { label: string; hotkey: string; children: ReactNode }) {
  return (
    <IconButton
      label={`${label} (${hotkey})`}
      aria-pressed={isOn}
      aria-keyshortcuts={hotkey}
      variant={isOn ? "secondary" : "ghost"}
      className={isOn ? "text-primary" : undefined}
      onClick={toggle}
    >
      {children}
    </IconButton>
  );
}
