import { z } from "zod";
import { ENDED_SESSIONS_CHANNEL, FLAGS_CHANNEL } from "@/lib/platform/channels";
import { defineEvent, type EventDefinition, type LiveMessage } from "./define-event";
import { SAMPLE_STATUSES, type SampleEvent } from "./sample-event";

const sample = z.object({ sampleId: z.uuid(), ownerId: z.uuid() });
const sampleWithStatus = sample.extend({ status: z.enum(SAMPLE_STATUSES) });
/** Runs that began before the status was part of it still read it. */
const sampleOnItsWay = sample.extend({ status: z.enum(SAMPLE_STATUSES).optional() });
const sampleSubject = { subject: ({ sampleId }: { sampleId: string }) => sampleId };

const sampleMessage = (payload: SampleEvent): LiveMessage => ({ type: "sample", payload });

/** Every event there is. Adding one is adding an entry: `work.publish` and all ways of delivery read it here. */
export const catalogue = {
  /** Somebody began to upload. */
  "sample.created": defineEvent({
    payload: sampleWithStatus,
    visibleTo: "owner",
    live: ({ sampleId, status }) => sampleMessage({ sampleId, change: "created", status }),
  }),
  /** A sample waits for its analysis: after its upload, to be tried again, or because the executor forgot it. */
  "sample.uploaded": defineEvent({
    payload: sample,
    visibleTo: "owner",
    live: ({ sampleId }) => sampleMessage({ sampleId, change: "status", status: "uploaded" }),
    executor: sampleSubject,
  }),
  "sample.status_changed": defineEvent({
    payload: sampleWithStatus,
    visibleTo: "owner",
    live: ({ sampleId, status }) => sampleMessage({ sampleId, change: "status", status }),
  }),
  /** Hidden, and to be removed when undo is no longer offered. */
  "sample.deleted": defineEvent({
    payload: sampleOnItsWay,
    visibleTo: "owner",
    live: ({ sampleId, status }) => sampleMessage({ sampleId, change: "deleted", status }),
    executor: sampleSubject,
  }),
  "sample.restored": defineEvent({
    payload: sampleOnItsWay,
    visibleTo: "owner",
    live: ({ sampleId, status }) => sampleMessage({ sampleId, change: "restored", status }),
    executor: sampleSubject,
  }),
  /** Gone for good. */
  "sample.removed": defineEvent({
    payload: sample,
    visibleTo: "owner",
    live: ({ sampleId }) => sampleMessage({ sampleId, change: "deleted" }),
  }),
  "mail.queued": defineEvent({
    payload: z.object({ mailId: z.uuid() }),
    visibleTo: "application",
    // An answer takes as long with a mail as without one, so that it does not tell which address has an account.
    executor: { subject: ({ mailId }) => mailId, inBackground: true },
  }),
  "export.requested": defineEvent({
    payload: z.object({ exportId: z.uuid() }),
    visibleTo: "application",
    executor: { subject: ({ exportId }) => exportId },
  }),
  /** A session, or an API key, that must not be believed any more. */
  "session.ended": defineEvent({
    payload: z.object({ sessionId: z.string() }),
    visibleTo: "application",
    notify: { channel: ENDED_SESSIONS_CHANNEL, text: ({ sessionId }) => sessionId },
  }),
  "flags.changed": defineEvent({
    payload: z.object({}),
    visibleTo: "application",
    notify: { channel: FLAGS_CHANNEL, text: () => "" },
  }),
} as const;

type Catalogue = typeof catalogue;
export type EventName = keyof Catalogue;
export type EventPayload<Name extends EventName> = Catalogue[Name] extends EventDefinition<infer P> ? P : never;

/** An event as it was published. `occurrence` tells it from an earlier one about the same subject. */
export interface PublishedEvent {
  name: EventName;
  payload: unknown;
  occurrence: string | null;
}

/** The entry of an event whose payload was checked when it was published. */
export const definitionOf = (name: EventName): EventDefinition<unknown> => catalogue[name] as EventDefinition<unknown>;
