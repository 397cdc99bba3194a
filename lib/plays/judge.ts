import { BEAT_PATTERNS } from "./patterns/beat-patterns";
import { CROWD_PATTERNS } from "./patterns/crowd-patterns";
import type { Evidence } from "./patterns/evidence";
import { LISTENER_PATTERNS } from "./patterns/listener-patterns";
import { PLAY_PATTERNS } from "./patterns/play-patterns";
import { REQUEST_PATTERNS } from "./patterns/request-patterns";
import { areTooClose, isHeardEnough } from "./play-rule";

/** Reasons that are no suspicion: the rule says that such a play does not count. */
const RULE_REASONS = ["own", "not_long_enough", "counted_already"] as const;

/** Every reason for which a play is set aside. */
export const SET_ASIDE_REASONS = [
  ...RULE_REASONS,
  ...namesOf(REQUEST_PATTERNS),
  ...namesOf(BEAT_PATTERNS),
  ...namesOf(PLAY_PATTERNS),
  ...namesOf(LISTENER_PATTERNS),
  ...namesOf(CROWD_PATTERNS),
];
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

export type Verdict =
  | { state: "qualified"; reason: null; isHabit: false }
  /** `isHabit`: the other plays of this listener on that day do not count either. */
  | { state: "set_aside"; reason: SetAsideReason; isHabit: boolean };

function namesOf<Name extends string>(patterns: Record<Name, unknown>): Name[] {
  return Object.keys(patterns) as Name[];
}

/** The first of the patterns that fits, or null. */
export function firstSeen<Name extends string, Marks>(
  patterns: Record<Name, (marks: Marks) => boolean>,
  marks: Marks,
): Name | null {
  return namesOf(patterns).find((name) => patterns[name](marks)) ?? null;
}

const asideFor = (reason: SetAsideReason, isHabit = false): Verdict => ({ state: "set_aside", reason, isHabit });

/** Whether a play that has ended counts. The reason is the first that holds, so that it is always the same. */
export function judge(evidence: Evidence): Verdict {
  const { play, listener } = evidence;
  if (play.userId === play.ownerId) return asideFor("own");
  const mark = SET_ASIDE_REASONS.find((reason) => reason === play.mark);
  if (mark) return asideFor(mark);
  const alone = firstSeen(PLAY_PATTERNS, play);
  if (alone) return asideFor(alone);
  if (!isHeardEnough(play.recording, play.heardSeconds)) return asideFor("not_long_enough");
  const habit = firstSeen(LISTENER_PATTERNS, evidence);
  if (habit) return asideFor(habit, true);
  const crowd = firstSeen(CROWD_PATTERNS, evidence);
  if (crowd) return asideFor(crowd);
  const counted = listener.some(
    (other) =>
      other.id !== play.id &&
      other.state === "qualified" &&
      other.publicationId === play.publicationId &&
      areTooClose(play.recording, play.startedAtMs, other.startedAtMs),
  );
  return counted ? asideFor("counted_already") : { state: "qualified", reason: null, isHabit: false };
}
