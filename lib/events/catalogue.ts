import { z } from "zod";
import { ENDED_SESSIONS_CHANNEL, FLAGS_CHANNEL } from "@/lib/platform/channels";
import { COLLECTION_CHANGES } from "./collection-event";
import { defineEvent, type EventDefinition, type LiveMessage } from "./define-event";
import { LANES, SAMPLE_STATUSES, type SampleEvent } from "./sample-event";

const sample = z.object({ sampleId: z.uuid(), ownerId: z.uuid() });
const sampleWithStatus = sample.extend({ status: z.enum(SAMPLE_STATUSES) });
/** The status is optional, because older events do not carry it. */
const sampleOnItsWay = sample.extend({ status: z.enum(SAMPLE_STATUSES).optional() });
/** The lane is optional for the same reason. */
const sampleWaiting = sample.extend({ lane: z.enum(LANES).optional() });
const sampleSubject = { subject: ({ sampleId }: { sampleId: string }) => sampleId };

const sampleMessage = (payload: SampleEvent): LiveMessage => ({ type: "sample", payload });

/** Every event. To add one, add an entry: `work.publish` and every kind of delivery read it here. */
export const catalogue = {
  /** A person began an upload. */
  "sample.created": defineEvent({
    payload: sampleWithStatus,
    visibleTo: "owner",
    live: ({ sampleId, status }) => sampleMessage({ sampleId, change: "created", status }),
  }),
  /** A sample waits for analysis: after its upload, for a retry, or because the executor forgot it. */
  "sample.uploaded": defineEvent({
    payload: sampleWaiting,
    visibleTo: "owner",
    live: ({ sampleId }) => sampleMessage({ sampleId, change: "status", status: "uploaded" }),
    executor: sampleSubject,
  }),
  "sample.status_changed": defineEvent({
    payload: sampleWithStatus,
    visibleTo: "owner",
    live: ({ sampleId, status }) => sampleMessage({ sampleId, change: "status", status }),
  }),
  /** The sample became a favourite of its owner, or is no longer one. */
  "sample.favourite_changed": defineEvent({
    payload: sample,
    visibleTo: "owner",
    live: ({ sampleId }) => sampleMessage({ sampleId, change: "favourite" }),
  }),
  /** A person corrected or tagged the sample, or its file was read. */
  "sample.values_changed": defineEvent({
    payload: sample,
    visibleTo: "owner",
    live: ({ sampleId }) => sampleMessage({ sampleId, change: "values" }),
  }),
  /** The sample has other duplicates than before. */
  "sample.duplicates_changed": defineEvent({
    payload: sample,
    visibleTo: "owner",
    live: ({ sampleId }) => sampleMessage({ sampleId, change: "duplicates" }),
  }),
  /** The sample is hidden, and will be removed when it can no longer be restored. */
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
  /** The sample is removed for good. */
  "sample.removed": defineEvent({
    payload: sample,
    visibleTo: "owner",
    live: ({ sampleId }) => sampleMessage({ sampleId, change: "deleted" }),
  }),
  /** Many samples were changed at once: what is on screen is read anew, instead of an event for each of them. */
  "samples.bulk_changed": defineEvent({
    payload: z.object({ ownerId: z.uuid(), bulkEditId: z.uuid() }),
    visibleTo: "owner",
    live: ({ bulkEditId }) => ({ type: "samples", payload: { bulkEditId } }),
  }),
  /** A bulk edit of very many samples, or its undoing, is to be done. */
  "bulk_edit.asked": defineEvent({
    payload: z.object({ bulkEditId: z.uuid(), ownerId: z.uuid() }),
    visibleTo: "application",
    // Whoever asked follows it by its progress.
    executor: { subject: ({ bulkEditId }) => bulkEditId, inBackground: true },
  }),
  /** A batch began, has more samples, was stopped or retried, or ended. How far its samples are, their own events say. */
  "batch.changed": defineEvent({
    payload: z.object({ batchId: z.uuid(), ownerId: z.uuid() }),
    visibleTo: "owner",
    live: ({ batchId }) => ({ type: "batch", payload: { batchId } }),
  }),
  /** A collection changed. Published once for each person who sees it; `ownerId` is who is told. */
  "collection.changed": defineEvent({
    payload: z.object({ ownerId: z.uuid(), collectionId: z.uuid(), change: z.enum(COLLECTION_CHANGES) }),
    visibleTo: "owner",
    live: ({ collectionId, change }) => ({ type: "collection", payload: { collectionId, change } }),
  }),
  /** Samples were placed in the person's galaxy, or all of it was laid out anew. */
  "galaxy.changed": defineEvent({
    payload: z.object({ ownerId: z.uuid(), layout: z.int() }),
    visibleTo: "owner",
    live: ({ layout }) => ({ type: "galaxy", payload: { layout } }),
  }),
  /** What strangers hear of a publication is to be made. */
  "publication.preview_wanted": defineEvent({
    payload: z.object({ publicationId: z.uuid(), ownerId: z.uuid() }),
    visibleTo: "application",
    executor: { subject: ({ publicationId }) => publicationId },
  }),
  /** A sample is shown to everybody: whoever follows its artist is told. */
  "publication.published": defineEvent({
    payload: z.object({ publicationId: z.uuid(), ownerId: z.uuid() }),
    visibleTo: "application",
    executor: { subject: ({ publicationId }) => publicationId, inBackground: true },
  }),
  /** A person has other notices than before, or has read some. `ownerId` is that person. */
  "notice.changed": defineEvent({
    payload: z.object({ ownerId: z.uuid() }),
    visibleTo: "owner",
    live: () => ({ type: "notices", payload: {} }),
  }),
  "mail.queued": defineEvent({
    payload: z.object({ mailId: z.uuid() }),
    visibleTo: "application",
    // In the background, so that response times do not reveal which addresses have an account.
    executor: { subject: ({ mailId }) => mailId, inBackground: true },
  }),
  "export.requested": defineEvent({
    payload: z.object({ exportId: z.uuid() }),
    visibleTo: "application",
    executor: { subject: ({ exportId }) => exportId },
  }),
  /** Somebody wants sounds to try things on. */
  "try_sounds.asked": defineEvent({
    payload: z.object({ ownerId: z.uuid() }),
    visibleTo: "application",
    executor: { subject: ({ ownerId }) => ownerId },
  }),
  /** A folder on the server is to be imported, or an import goes on. */
  "import.requested": defineEvent({
    payload: z.object({ scanId: z.uuid(), ownerId: z.uuid() }),
    visibleTo: "application",
    executor: { subject: ({ scanId }) => scanId },
  }),
  /** A session or API key that is no longer valid. */
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

/** A published event. `occurrence` tells it apart from an earlier one about the same subject. */
export interface PublishedEvent {
  name: EventName;
  payload: unknown;
  occurrence: string | null;
}

/** The definition of an event whose payload was checked on publishing. */
export const definitionOf = (name: EventName): EventDefinition<unknown> => catalogue[name] as EventDefinition<unknown>;
