const audioOf = (publicationId: string) =>
  document.querySelector<HTMLAudioElement>(`[data-publication="${CSS.escape(publicationId)}"] audio`);

/** Where the player of an item's page is. Null if there is no player. */
export const playerSeconds = (publicationId: string): number | null => audioOf(publicationId)?.currentTime ?? null;

/** Plays the sound of an item's page from there. What the browser does not allow, it leaves. */
export function playFrom(publicationId: string, seconds: number): void {
  const audio = audioOf(publicationId);
  if (!audio) return;
  audio.currentTime = seconds;
  audio.play().catch(() => {});
}
