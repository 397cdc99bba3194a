import { useEffect } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { isForPage, playerActionOf, volumeActionOf } from "@/components/player/shortcuts";
import { SEEK_SECONDS } from "@/components/samples/use-playback";
import { Scope } from "@/components/ui/scope";

/**
 * The player's keys while the overlay is open. The page below listens on the window, and hears nothing: its keys would
 * act on what nobody sees.
 */
export function useOverlayKeys(): void {
  useEffect(() => {
    const scope = new Scope();
    const onKey = (event: KeyboardEvent) => {
      event.stopPropagation();
      if (!isForPage(event) || event.defaultPrevented) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    scope.add(() => document.removeEventListener("keydown", onKey));
    return scope.dispose;
  }, []);
}

/** Returns whether the key has a meaning. */
function act(key: string): boolean {
  const player = audioPlayer();
  const volume = volumeActionOf(key);
  if (volume === "mute") player.toggleMute();
  else if (volume) player.stepVolume(volume === "louder" ? 1 : -1);
  const action = playerActionOf(key);
  const { track } = player.state();
  if (track && action === "toggle") player.toggle(track);
  else if (track && action) player.seekBy(track, action === "back" ? -SEEK_SECONDS : SEEK_SECONDS);
  return volume !== null || action !== null;
}
