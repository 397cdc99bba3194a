import type { Evidence, JudgedPlay } from "./evidence";

/** An honest play of a song of three minutes, for tests. */
export function aPlay(changes: Partial<JudgedPlay> = {}): JudgedPlay {
  const heardSeconds = changes.heardSeconds ?? 170;
  const startedAtMs = changes.startedAtMs ?? 1_000_000;
  return {
    id: `play-${startedAtMs}-${changes.userId ?? changes.deviceKey ?? ""}`,
    publicationId: "song",
    ownerId: "artist",
    userId: null,
    deviceKey: "device",
    recording: { seconds: 180, kind: "track" },
    lastHeardAtMs: startedAtMs + heardSeconds * 1000,
    heartbeats: Math.max(1, Math.ceil(heardSeconds / 10)),
    wasAudible: true,
    state: "open",
    mark: null,
    ...changes,
    startedAtMs,
    heardSeconds,
  };
}

/** The last of a listener's plays with the others. */
export function ofListener(plays: readonly JudgedPlay[]): Evidence {
  const listener = plays.toSorted((a, b) => a.startedAtMs - b.startedAtMs);
  return { play: listener.at(-1) ?? aPlay(), listener, crowd: [] };
}

/** The last of a publication's plays with the others. */
export function inCrowd(crowd: readonly JudgedPlay[]): Evidence {
  const play = crowd.at(-1) ?? aPlay();
  return { play, listener: [play], crowd };
}

export const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
