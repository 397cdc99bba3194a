import type { AudioPlayer } from "@/components/player/audio-player";
import { keepSound } from "@/components/player/kept-sounds";
import type { Track } from "@/components/player/track";

type Status = "loading" | "playing" | "paused" | "failed";
/** What the cards of the page play now. */
export interface CardSound {
  id: string;
  status: Status;
}

let now: CardSound | null = null;
let player: AudioPlayer | null = null;
/** Ends the report of what plays. */
let endReport: (() => void) | null = null;
const listeners = new Set<() => void>();

export const cardSound = (): CardSound | null => now;
export function onCardSound(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: CardSound | null): void {
  if (now?.id === next?.id && now?.status === next?.status) return;
  now = next;
  for (const listener of listeners) listener();
}

/**
 * Plays or pauses the preview of a card, by the one player of the page, and reports the play to be counted by the same rule as on its page.
 * The player's code comes with the first sound. What else plays on the page is paused.
 */
export async function toggleCard(track: Track, artist: string): Promise<void> {
  if (now?.id !== track.id) set({ id: track.id, status: "loading" });
  try {
    const [{ audioPlayer }, { reportElement }] = await Promise.all([
      import("@/components/player/audio-player"),
      import("@/components/player/report-element"),
    ]);
    follow(audioPlayer());
    const one = audioPlayer();
    if (!one.isCurrent(track.id)) {
      one.seek(track, 0);
      endReport?.();
      const heard = one.heardOf(track.id);
      if (heard && "play" in heard) endReport = reportElement(heard, { publicationId: track.id, context: "gallery" });
    }
    for (const other of document.querySelectorAll("audio")) other.pause();
    one.toggle(track);
    keepSound({ path: track.src, title: track.title, artist });
  } catch {
    set({ id: track.id, status: "failed" });
  }
}

function follow(one: AudioPlayer): void {
  if (player) return;
  player = one;
  one.subscribe(() => {
    const { track, status } = one.state();
    if (!track || track.id !== now?.id) {
      // Another page plays something else.
      endReport?.();
      endReport = null;
    }
    if (track && status !== "idle" && (now === null || track.id === now.id)) set({ id: track.id, status });
  });
  // The player of an item's page is the browser's own.
  document.addEventListener("play", (event) => event.target instanceof HTMLAudioElement && one.pause(), true);
}
