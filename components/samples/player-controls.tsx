"use client";

import { Layers, Pause, Play, Repeat, SkipBack, SkipForward, ZoomIn, ZoomOut } from "lucide-react";
import { audioPlayer, type Track } from "@/components/player/audio-player";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { LAYERS, type Layer } from "@/lib/samples/timeline-layers";
import { LAYER_NAMES } from "./timeline-lanes";
import type { Loop } from "./use-loop";

export const SEEK_SECONDS = 5;

export interface TransportProps {
  track: Track | null;
  isOn: boolean;
  positionText: string;
}

/** Play, and five seconds to and fro. */
export function Transport({ track, isOn, positionText }: TransportProps) {
  const disabled = track === null;
  return (
    <div className="flex items-center gap-2">
      <IconButton
        label="Back 5 seconds (J)"
        disabled={disabled}
        onClick={() => track && audioPlayer().seekBy(track, -SEEK_SECONDS)}
      >
        <SkipBack aria-hidden />
      </IconButton>
      <Button
        variant="primary"
        size="icon"
        className="size-11 rounded-full"
        aria-label={isOn ? "Pause" : "Play"}
        aria-keyshortcuts="Space"
        disabled={disabled}
        onClick={() => track && audioPlayer().toggle(track)}
      >
        {isOn ? <Pause aria-hidden className="fill-current" /> : <Play aria-hidden className="fill-current" />}
      </Button>
      <IconButton
        label="Forward 5 seconds (L)"
        disabled={disabled}
        onClick={() => track && audioPlayer().seekBy(track, SEEK_SECONDS)}
      >
        <SkipForward aria-hidden />
      </IconButton>
      <p className="figures ml-2 whitespace-nowrap text-sm">
        <span className="sr-only">Position </span>
        {positionText.replace(" of ", " / ")}
      </p>
    </div>
  );
}

/** A, loop, B: the stretch that plays over and over. */
export function LoopButtons({ loop, disabled }: { loop: Loop; disabled: boolean }) {
  const isOn = loop.range !== null;
  return (
    <fieldset className="flex items-center rounded-md border border-border-strong" aria-label="Loop">
      <IconButton label="Loop from here ([)" size="icon-sm" disabled={disabled} onClick={loop.setStart}>
        <span className="figures text-xs">A</span>
      </IconButton>
      <IconButton
        label={isOn ? "Stop looping (R)" : "Loop (R)"}
        size="icon-sm"
        variant={isOn ? "primary" : "ghost"}
        aria-pressed={isOn}
        disabled={disabled}
        onClick={loop.toggle}
      >
        <Repeat aria-hidden />
      </IconButton>
      <IconButton label="Loop to here (])" size="icon-sm" disabled={disabled} onClick={loop.setEnd}>
        <span className="figures text-xs">B</span>
      </IconButton>
    </fieldset>
  );
}

export interface LayerMenuProps {
  isShown: (layer: Layer) => boolean;
  onToggle: (layer: Layer, isShown: boolean) => void;
  /** Why a layer cannot be shown. */
  absent: Partial<Record<Layer, string>>;
}

/** What is drawn on the time axis. What is not there says why. */
export function LayerMenu({ isShown, onToggle, absent }: LayerMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        render={
          <Button size="sm" variant="secondary">
            <Layers aria-hidden />
            Layers
          </Button>
        }
      />
      <DropdownMenuContent className="max-w-72">
        {LAYERS.map((layer) => {
          const reason = absent[layer];
          return (
            <DropdownMenuCheckboxItem
              key={layer}
              checked={reason === undefined && isShown(layer)}
              disabled={reason !== undefined}
              onCheckedChange={(checked) => onToggle(layer, checked)}
            >
              <span>
                {LAYER_NAMES[layer]}
                {reason ? <span className="block text-muted-foreground text-xs">{reason}</span> : null}
              </span>
            </DropdownMenuCheckboxItem>
          );
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

export interface ZoomButtonsProps {
  zoom: number;
  maxZoom: number;
  onStep: (direction: 1 | -1) => void;
}

export function ZoomButtons({ zoom, maxZoom, onStep }: ZoomButtonsProps) {
  return (
    <div className="flex items-center">
      <IconButton label="Zoom out" size="icon-sm" disabled={zoom <= 1} onClick={() => onStep(-1)}>
        <ZoomOut aria-hidden />
      </IconButton>
      <span className="figures w-9 text-center text-muted-foreground text-xs" aria-live="polite">
        {zoom}×
      </span>
      <IconButton label="Zoom in" size="icon-sm" disabled={zoom >= maxZoom} onClick={() => onStep(1)}>
        <ZoomIn aria-hidden />
      </IconButton>
    </div>
  );
}
