import { CROWD_MS, DAY_MS } from "./constants";
import { groupedBy } from "./grouped-by";
import { judge, type SetAsideReason } from "./judge";
import type { JudgedPlay } from "./patterns/evidence";

/** What became of a play, and how the count of its publication changes by it. */
export interface Decision {
  id: string;
  publicationId: string;
  state: "qualified" | "set_aside";
  reason: SetAsideReason | null;
  countChange: -1 | 0 | 1;
}

const listenerOf = ({ userId, deviceKey }: JudgedPlay) => userId ?? `device ${deviceKey}`;
const within = (plays: readonly JudgedPlay[], { startedAtMs }: JudgedPlay, reachMs: number) =>
  plays.filter((other) => Math.abs(other.startedAtMs - startedAtMs) <= reachMs);

/**
 * Decides plays that have ended, in the order of their start. `known` has everything that they are judged by. The same
 * plays in the same order are always decided alike, whatever is decided at once.
 */
export function settle(ended: ReadonlySet<string>, known: readonly JudgedPlay[]): Decision[] {
  // Later plays are judged by what was decided about earlier ones.
  const plays = known
    .map((play) => ({ ...play }))
    .sort((a, b) => a.startedAtMs - b.startedAtMs || (a.id < b.id ? -1 : 1));
  const ofListener = groupedBy(plays, listenerOf);
  const ofPublication = groupedBy(plays, ({ publicationId }) => publicationId);
  const decisions = new Map<string, Decision>();
  for (const play of plays) {
    if (!ended.has(play.id) || play.state !== "open") continue;
    const listener = within(ofListener.get(listenerOf(play)) ?? [], play, DAY_MS);
    const crowd = within(ofPublication.get(play.publicationId) ?? [], play, CROWD_MS);
    const { state, reason, isHabit } = judge({ play, listener, crowd });
    play.state = state;
    decisions.set(play.id, decisionOf(play, reason, state === "qualified" ? 1 : 0));
    if (!isHabit) continue;
    for (const other of listener) {
      if (other.state !== "qualified") continue;
      other.state = "set_aside";
      const wasDecidedNow = decisions.has(other.id);
      decisions.set(other.id, decisionOf(other, reason, wasDecidedNow ? 0 : -1));
    }
  }
  return [...decisions.values()];
}

function decisionOf(play: JudgedPlay, reason: SetAsideReason | null, countChange: -1 | 0 | 1): Decision {
  const state = play.state === "qualified" ? "qualified" : "set_aside";
  return { id: play.id, publicationId: play.publicationId, state, reason, countChange };
}
