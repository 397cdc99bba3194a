import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";

let frame = 0;

/** Plays a part of a track once. Another part, or anything else that is played meanwhile, ends the watch over it. */
export function playPart(
  track: Track,
  { startSeconds, endSeconds }: { startSeconds: number; endSeconds: number },
): void {
  const player = audioPlayer();
  cancelAnimationFrame(frame);
  if (player.isCurrent(track.id) && player.state().loop) player.setLoop(track, null);
  player.seek(track, startSeconds);
  player.play(track);
  const watch = () => {
    if (!player.isCurrent(track.id) || player.state().status === "paused") return;
    const now = player.positionOf(track.id);
    // Somebody has gone elsewhere in it.
    if (now < startSeconds - 0.5 || now > endSeconds + 0.5) return;
    if (now >= endSeconds) player.pause();
    else frame = requestAnimationFrame(watch);
  };
  frame = requestAnimationFrame(watch);
}
