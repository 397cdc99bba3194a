export const SAMPLE_STATUSES = ["uploading", "uploaded", "processing", "completed", "failed"] as const;

/** Short files have places and a worker of their own, so that nobody's long files hold them up. */
export const LANES = ["quick", "full"] as const;
export type Lane = (typeof LANES)[number];
export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/** `values`: what a person corrects and tags, and what the file says. */
const CHANGES = ["created", "status", "favourite", "values", "deleted", "restored"] as const;

/** What `/api/v1/events` sends as `sample` events. The SSE id is the live event's id. */
export interface SampleEvent {
  sampleId: string;
  change: (typeof CHANGES)[number];
  status?: SampleStatus | undefined;
}

/**
 * The event in a message of the stream; null for one that this page does not know, because the server is newer. Plain
 * code, because every page of the studio loads it.
 */
export function readSampleEvent(data: string): SampleEvent | null {
  const { sampleId, change, status } = JSON.parse(data) as Record<string, unknown>;
  const knownChange = CHANGES.find((known) => known === change);
  const knownStatus = SAMPLE_STATUSES.find((known) => known === status);
  if (typeof sampleId !== "string" || !knownChange || (status !== undefined && !knownStatus)) return null;
  return { sampleId, change: knownChange, status: knownStatus };
}
