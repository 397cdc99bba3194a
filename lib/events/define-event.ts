import type { z } from "zod";

/** What open pages receive. `type` is the name of the server-sent event. */
export interface LiveMessage {
  type: string;
  payload: unknown;
}

/**
 * One entry of the catalogue. `P` is the event's payload: ids and settings. Receivers read everything else themselves.
 */
export interface EventDefinition<P> {
  payload: z.ZodType<P, P>;
  /** Who may receive it: the person in `ownerId`, or only the application itself. */
  visibleTo: "owner" | "application";
  /**
   * The message to the owner's open pages. They get it in the order of the owner's changes, and again after a
   * reconnect.
   */
  live?: (payload: P) => LiveMessage;
  /**
   * For durable functions. `subject` names what the event is about. Subject and occurrence form the id by which the
   * executor drops repeats. With `inBackground`, nobody waits for the executor to accept it.
   */
  executor?: { subject: (payload: P) => string; inBackground?: boolean };
  /**
   * Sent to all processes of the application at once by `NOTIFY`. It is not stored: a process that was not listening
   * must read again later.
   */
  notify?: { channel: string; text: (payload: P) => string };
}

export function defineEvent<P>(definition: EventDefinition<P>): EventDefinition<P> {
  return definition;
}
