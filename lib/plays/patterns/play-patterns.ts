import type { JudgedPlay } from "./evidence";

type Pattern = (play: JudgedPlay) => boolean;

/** So much sound in a single heartbeat: a player would have sent several. */
const ONE_BEAT_SECONDS = 60;
const ENDLESS_MS = 12 * 60 * 60 * 1000;
const SHORTEST_HEARD_SECONDS = 30;
/** A player sends a heartbeat after ten seconds of sound; of half of them nothing may arrive. */
const SECONDS_A_BEAT = 30;

const noHeartbeats: Pattern = ({ heartbeats }) => heartbeats === 0;

const neverAudible: Pattern = ({ heartbeats, wasAudible }) => heartbeats > 0 && !wasAudible;

const oneHeartbeat: Pattern = ({ heartbeats, heardSeconds }) => heartbeats === 1 && heardSeconds > ONE_BEAT_SECONDS;

/** Numbers are given in order, also to heartbeats that get lost. */
const tooFewHeartbeats: Pattern = ({ heartbeats, heardSeconds }) =>
  heardSeconds > SHORTEST_HEARD_SECONDS * 2 && heartbeats < heardSeconds / SECONDS_A_BEAT;

const endless: Pattern = ({ startedAtMs, lastHeardAtMs }) =>
  lastHeardAtMs !== null && lastHeardAtMs - startedAtMs > ENDLESS_MS;

/** Seen in the play alone, once it has ended. */
export const PLAY_PATTERNS = {
  no_heartbeats: noHeartbeats,
  never_audible: neverAudible,
  one_heartbeat: oneHeartbeat,
  too_few_heartbeats: tooFewHeartbeats,
  endless,
} as const satisfies Record<string, Pattern>;
