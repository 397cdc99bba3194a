/** Where a play began. `download` is written by the server alone. */
export const PLAY_CONTEXTS = ["page", "gallery", "embed", "visualizer"] as const;

/** A player reports after so many seconds of sound. */
export const HEARTBEAT_SECONDS = 10;

/** A play without a heartbeat for so long has ended. Longer than a phone takes to find a network again. */
export const ENDED_AFTER_SECONDS = 120;

/** Parts of a recording that one heartbeat can name. A player that has more names the longest. */
export const HEARD_PARTS_MAX = 64;

/** How many plays one run of the sweep decides at once, and how many there may be of a listener or a crowd to look at. */
export const DECIDED_AT_ONCE = 200;
export const HISTORY_MAX = 500;

/** What the dashboard shows of them. */
export const RECENT_DAYS = 7;
export const RECENT_ROWS = 5;

export const DAY_MS = 24 * 60 * 60 * 1000;
export const CROWD_MS = 60 * 60 * 1000;
