"use client";

import { Play } from "lucide-react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { audioPlayer } from "./audio-player";
import type { PlayList } from "./play-queue";
import { playQueue } from "./use-queue";

/** Plays a list from its first sound to its last. */
export function PlayAll({ list }: { list: PlayList }) {
  const t = useText();
  const [first] = list.tracks;
  return (
    <Button
      disabled={!first}
      onClick={() => {
        if (!first) return;
        playQueue().open(list, first.id, true);
        audioPlayer().seek(first, 0);
        audioPlayer().play(first);
      }}
    >
      <Play aria-hidden className="fill-current" />
      {t("Play all")}
    </Button>
  );
}
