import { type AudioPlayer, audioPlayer } from "@/components/player/audio-player";
import { keepSound } from "@/components/player/kept-sounds";
import { reportElement } from "@/components/player/report-element";
import type { Track } from "@/components/player/track";

/** The cards of the page, which say what plays. */
export interface Cards {
  now: () => { id: string } | null;
  tell: (next: { id: string; status: "loading" | "playing" | "paused" | "failed" }) => void;
}

let player: AudioPlayer | null = null;
/** Ends the report of what plays. */
let endReport: (() => void) | null = null;

/**
 * Plays or pauses a sound by the one player of the page, and reports the play to be counted by the same rule as on its
 * page. What else plays on the page is paused.
 */
export function toggleSound(track: Track, artist: string, cards: Cards): void {
  const one = audioPlayer();
  follow(one, cards);
  if (!one.isCurrent(track.id)) {
    one.seek(track, 0);
    endReport?.();
    const heard = one.heardOf(track.id);
    if (heard && "play" in heard) endReport = reportElement(heard, { publicationId: track.id, context: "gallery" });
  }
  for (const other of document.querySelectorAll("audio")) other.pause();
  one.toggle(track);
  keepSound({ path: track.src, title: track.title, artist });
}

function follow(one: AudioPlayer, cards: Cards): void {
  if (player) return;
  player = one;
  one.subscribe(() => {
    const { track, status } = one.state();
    const now = cards.now();
    if (!track || track.id !== now?.id) {
      // Another page plays something else.
      endReport?.();
      endReport = null;
    }
    if (track && status !== "idle" && (now === null || track.id === now.id)) cards.tell({ id: track.id, status });
  });
  // The player of an item's page is the browser's own.
  document.addEventListener("play", (event) => event.target instanceof HTMLAudioElement && one.pause(), true);
}
