"use client";

import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "./audio-player";
import { SEEK_SECONDS } from "./track";
import { playQueue } from "./use-queue";

/** What keys do with whatever is loaded, on every page of the studio. */
export function usePlayerKeys(): void {
  const seek = (seconds: number) => () => {
    const { track } = audioPlayer().state();
    if (!track) return false;
    audioPlayer().seekBy(track, seconds);
  };
  useKeys({
    "player.toggle": ({ repeat }) => {
      const { track } = audioPlayer().state();
      if (!track || repeat) return false;
      audioPlayer().toggle(track);
    },
    "player.back": seek(-SEEK_SECONDS),
    "player.forward": seek(SEEK_SECONDS),
    "player.previous": () => playQueue().step(-1),
    "player.next": () => playQueue().step(1),
    "player.mute": ({ repeat }) => !repeat && audioPlayer().toggleMute(),
    "player.louder": () => audioPlayer().stepVolume(1),
    "player.quieter": () => audioPlayer().stepVolume(-1),
    "player.slower": () => audioPlayer().stepRate(-1),
    "player.faster": () => audioPlayer().stepRate(1),
    "player.pitch": ({ repeat }) => {
      const { keepsPitch } = audioPlayer().settings();
      return !repeat && audioPlayer().setSettings({ keepsPitch: !keepsPitch });
    },
  });
}
