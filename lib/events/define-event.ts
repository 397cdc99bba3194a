import type { z } from "zod";

/** What an open page is sent: `type` is the name of the server-sent event. */
export interface LiveMessage {
  type: string;
  payload: unknown;
}

/** One entry of the catalogue. `P` is what the event carries: ids and settings; whoever hears of it reads the rest. */
export interface EventDefinition<P> {
  payload: z.ZodType<P, P>;
  /** Who may be told: the person in `ownerId`, or nobody outside the application. */
  visibleTo: "owner" | "application";
  /** To the owner's open pages, in the order of the owner's changes, replayed after a reconnect. */
  live?: (payload: P) => LiveMessage;
  /**
   * To the durable functions. `subject` names what it is about: subject and occurrence make the id by which the
   * executor drops a repeat. With `inBackground` nobody waits until the executor has it.
   */
  executor?: { subject: (payload: P) => string; inBackground?: boolean };
  /** To every process of the application at once, by `NOTIFY`. Not kept: who does not listen reads anew later. */
  notify?: { channel: string; text: (payload: P) => string };
}

export function defineEvent<P>(definition: EventDefinition<P>): EventDefinition<P> {
  return definition;
}
