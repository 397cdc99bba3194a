"use client";

import { Play, Repeat, X } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { TimeRange } from "@/components/waveform/peaks-view";
import { between } from "@/components/waveform/slider-keys";
import { formatTick } from "@/components/waveform/timeline-view";
import { writeDecimal } from "@/lib/format/decimal";
import type { Text } from "@/lib/language/text";
import { SHORTEST_LOOP_SECONDS } from "./loop-range";
import { writePrecise } from "./measured-format";
import { playPart } from "./play-part";

export interface PartBarProps {
  track: Track | null;
  selected: TimeRange | null;
  positionSeconds: number;
  onSelect: (part: TimeRange | null) => void;
  /** What else can be done with the part. */
  children?: ReactNode;
}

/** The selected part, and what can be done with it. Always there, so that nothing moves when something is selected. */
export function PartBar({ track, selected, positionSeconds, onSelect, children }: PartBarProps) {
  const t = useText();
  return (
    <section
      aria-label={t("Selected part")}
      className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-t px-4 py-2 text-sm sm:px-5"
    >
      {selected && track ? (
        <SelectedPart track={track} selected={selected} onSelect={onSelect} />
      ) : (
        <Unselected track={track} positionSeconds={positionSeconds} onSelect={onSelect} />
      )}
      {children}
      {selected ? (
        <IconButton label={t("Select nothing (Esc)")} size="icon-sm" onClick={() => onSelect(null)}>
          <X aria-hidden />
        </IconButton>
      ) : null}
    </section>
  );
}

const lengthText = (seconds: number, t: Text) =>
  seconds < 1 ? `${writePrecise(seconds * 1000, 3, t)} ms` : `${writeDecimal(seconds, 3, t)} s`;

function SelectedPart({
  track,
  selected,
  onSelect,
}: { track: Track; selected: TimeRange } & Pick<PartBarProps, "onSelect">) {
  const t = useText();
  const { startSeconds, endSeconds } = selected;
  const length = endSeconds - startSeconds;
  const here = (end: "start" | "end") => {
    const seconds = audioPlayer().positionOf(track.id);
    onSelect(end === "start" ? between(seconds, endSeconds) : between(startSeconds, seconds));
  };
  return (
    <>
      <p className="figures">
        {formatTick(startSeconds, 3)} – {formatTick(endSeconds, 3)}
        <span className="ml-2 text-muted-foreground">{lengthText(length, t)}</span>
      </p>
      <Button size="sm" onClick={() => playPart(track, selected)}>
        <Play aria-hidden />
        {t("Play part")}
      </Button>
      <Button
        size="sm"
        disabled={length < SHORTEST_LOOP_SECONDS}
        onClick={() => audioPlayer().setLoop(track, selected)}
      >
        <Repeat aria-hidden />
        {t("Loop part")}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => here("start")}>
        {t("From here")}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => here("end")}>
        {t("To here")}
      </Button>
    </>
  );
}

/** The beginning of a selection, for whoever drags nothing. */
function Unselected({ track, positionSeconds, onSelect }: Omit<PartBarProps, "selected" | "children">) {
  const t = useText();
  const end = track?.durationSeconds ?? positionSeconds;
  return (
    <>
      <p className="text-muted-foreground">
        <span className="pointer-coarse:hidden">
          {t("Drag over the waveform to select a part, or hold Shift with the arrow keys.")}
        </span>
        <span className="hidden pointer-coarse:inline">
          {t("Select a part from the playhead on, then move its ends.")}
        </span>
      </p>
      <Button
        size="sm"
        variant="ghost"
        disabled={track === null || positionSeconds >= end}
        onClick={() => onSelect(between(positionSeconds, end))}
      >
        {t("Select from here")}
      </Button>
    </>
  );
}
