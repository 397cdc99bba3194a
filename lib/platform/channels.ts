/**
 * Channels of `NOTIFY`. Each process listens on all of them over one connection: see `lib/platform/live-channel.ts`.
 */
export const LIVE_EVENTS_CHANNEL = "live_events";
export const ENDED_SESSIONS_CHANNEL = "ended_sessions";
export const FLAGS_CHANNEL = "feature_flags";
/** Written by a trigger of the database, in the transaction that changes a sample. */
export const SEARCH_QUEUE_CHANNEL = "search_queue";
/** Documents have changed. Not listened to here: whoever keeps a copy of them has a connection of its own. */
export const SEARCH_DOCUMENTS_CHANNEL = "search_documents";
