"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { useSoundSettings } from "./use-player";

const SoundPanel = dynamic(() => import("./sound-panel").then((module) => module.SoundPanel));

/** Opens how everything sounds: rate, loudness, tempo and key. Its code comes when it is opened. */
export function SoundButton() {
  const t = useText();
  const [wasOpened, setOpened] = useState(false);
  const { bpm, key, rate } = useSoundSettings();
  const isChanged = bpm !== null || key !== null || rate !== 1;
  const button = (
    <IconButton
      label={isChanged ? t("Sound: rate, loudness, tempo, key (changed)") : t("Sound: rate, loudness, tempo, key")}
      size="icon-sm"
      tooltipSide="bottom"
      aria-haspopup="dialog"
      className={isChanged ? "text-primary" : undefined}
      onClick={wasOpened ? undefined : () => setOpened(true)}
    >
      <SlidersHorizontal aria-hidden />
    </IconButton>
  );
  return wasOpened ? <SoundPanel trigger={button} /> : button;
}
