import type { Track } from "@/components/player/track";

type Status = "loading" | "playing" | "paused" | "failed";
/** What the cards of the page play now. */
export interface CardSound {
  id: string;
  status: Status;
}

let now: CardSound | null = null;
const listeners = new Set<() => void>();

export const cardSound = (): CardSound | null => now;
export function onCardSound(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tellCards(next: CardSound): void {
  if (now?.id === next.id && now.status === next.status) return;
  now = next;
  for (const listener of listeners) listener();
}

/** Plays or pauses the preview of a card. The player's code comes with the first sound. */
export async function toggleCard(track: Track, artist: string): Promise<void> {
  if (now?.id !== track.id) tellCards({ id: track.id, status: "loading" });
  try {
    const { toggleSound } = await import("./toggle-sound");
    toggleSound(track, artist, { now: cardSound, tell: tellCards });
  } catch {
    tellCards({ id: track.id, status: "failed" });
  }
}
