/**
 * Channels of `NOTIFY`. Each process listens on all of them over one connection: see `lib/platform/live-channel.ts`.
 */
export const LIVE_EVENTS_CHANNEL = "live_events";
export const ENDED_SESSIONS_CHANNEL = "ended_sessions";
export const FLAGS_CHANNEL = "feature_flags";
