export interface Volume {
  /** Where the control stands, 0 to 1. */
  level: number;
  isMuted: boolean;
}

const KEY = "player-volume";
const FULL: Volume = { level: 1, isMuted: false };

/** The amplitude for a volume. Squared, because the ear hears the upper half of a straight scale as almost equal. */
export function gainOf({ level, isMuted }: Volume): number {
  return isMuted ? 0 : level ** 2;
}

export function parseVolume(stored: string | null): Volume {
  const [level, muted] = stored?.split(" ") ?? [];
  const value = Number.parseFloat(level ?? "");
  return value >= 0 && value <= 1 ? { level: value, isMuted: muted === "muted" } : FULL;
}

export function volumeText({ level, isMuted }: Volume): string {
  return `${level}${isMuted ? " muted" : ""}`;
}

/** The choice of an earlier visit. Full if there is none, or if the browser keeps nothing. */
export function readVolume(): Volume {
  try {
    return parseVolume(localStorage.getItem(KEY));
  } catch {
    return FULL;
  }
}

export function storeVolume(volume: Volume): void {
  try {
    localStorage.setItem(KEY, volumeText(volume));
  } catch {
    // Then it holds for this visit.
  }
}
