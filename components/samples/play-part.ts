import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import type { TimeRange } from "@/components/waveform/peaks-view";

const LOOK_MS = 10;
/** A media element lands slightly before the time it was sent to. */
const SEEK_ERROR_SECONDS = 0.05;

let watching: ReturnType<typeof setInterval> | undefined;

/** Plays a part once, and stops at its end. Whoever seeks or pauses meanwhile has the player as it was. */
export function playPart(track: Track, { startSeconds, endSeconds }: TimeRange): void {
  clearInterval(watching);
  const player = audioPlayer();
  player.setLoop(track, null);
  player.seek(track, startSeconds);
  player.play(track);
  let hasBegun = false;
  watching = setInterval(() => {
    const { status } = player.state();
    const seconds = player.positionOf(track.id);
    hasBegun ||= status === "playing";
    const isElsewhere = !player.isCurrent(track.id) || seconds < startSeconds - SEEK_ERROR_SECONDS;
    const isOver = seconds >= endSeconds;
    if (!isElsewhere && !isOver && (status === "playing" || status === "loading" || !hasBegun)) return;
    clearInterval(watching);
    if (isElsewhere || !isOver || status !== "playing") return;
    player.pause();
    player.seek(track, startSeconds);
  }, LOOK_MS);
}
