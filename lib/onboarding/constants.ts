/** The steps of the first hour, in the order in which they make sense. The last may be left out. */
export const STEPS = ["upload", "read", "correct", "search", "collect", "look", "publish"] as const;
export type Step = (typeof STEPS)[number];

/** Steps that leave nothing else in the database: that somebody was there is written down. */
export const NOTED_STEPS = ["read", "search", "look"] as const satisfies readonly Step[];
export type NotedStep = (typeof NOTED_STEPS)[number];

/** Which of the project's own sounds somebody gets to try things on: a hit, two loops, chords and a melody. */
export const TRY_SOUNDS = [
  "Deep kick.wav",
  "Breakbeat 174.wav",
  "Acid bass Am 128.wav",
  "Electric keys F#m 84.wav",
  "Arpeggio Cm 110.wav",
] as const;
export const TRY_FOLDER = "Sounds to try";
