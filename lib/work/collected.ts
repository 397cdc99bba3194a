import "server-only";
import type { Executor } from "@/db/client";
import type { AuditEvent, AuditSource } from "@/lib/audit/schema";
import { writeAuditEntry } from "@/lib/audit/writes";
import { env } from "@/lib/env";
import { definitionOf, type EventName, type PublishedEvent } from "@/lib/events/catalogue";
import { deliver } from "@/lib/events/jobs";
import type { OutgoingEvent } from "@/lib/events/outgoing";
import { writeLive, writeNotifications, writeOutgoing } from "@/lib/events/writes";
import { mailIsSent } from "@/lib/mail/transport";
import { type Posted, type QueuedMail, queueMail } from "@/lib/mail/writes";
import { logger } from "@/lib/platform/logger";
import { deleteForgotten, type ForgottenObject, writeForgotten } from "./forgotten-objects";

/** What remains to be done after the commit. Each part is also in an outbox. */
export interface Committed {
  outgoing: OutgoingEvent[];
  mails: QueuedMail[];
  objects: ForgottenObject[];
}

/** Collects what a transaction has to write at its end. */
export class Collected {
  readonly events: PublishedEvent[] = [];
  readonly entries: { source: AuditSource; event: AuditEvent }[] = [];
  readonly letters: Posted[] = [];
  readonly objects: ForgottenObject[] = [];

  /**
   * Writes everything in an order that cannot deadlock and makes others wait as briefly as possible: live events take a
   * lock for each owner, and from the first audit entry to the commit all other writers of the audit wait.
   */
  async write(tx: Executor): Promise<Committed> {
    await writeForgotten(tx, this.objects);
    const mails = await this.#writeLetters(tx);
    const outgoing = await writeOutgoing(tx, this.events);
    await writeLive(tx, this.events);
    await writeNotifications(tx, this.events);
    for (const { source, event } of this.entries) await writeAuditEntry(tx, source, event);
    return { outgoing, mails, objects: this.objects };
  }

  /** Each letter to be sent also publishes an event, so that nobody waits for the next minute's run. */
  async #writeLetters(tx: Executor): Promise<QueuedMail[]> {
    const mails: QueuedMail[] = [];
    for (const posted of this.letters) {
      const mail = await queueMail(tx, posted);
      if (!mail) continue;
      mails.push(mail);
      if (mailIsSent()) this.events.push({ name: "mail.queued", payload: { mailId: mail.id }, occurrence: null });
    }
    return mails;
  }
}

/** Sends what this transaction put in the outboxes. A failure is logged and left to the sweep. */
export async function afterCommit({ outgoing, mails, objects }: Committed): Promise<void> {
  if (!mailIsSent() && env.MAIL_TO_LOG === "1") {
    for (const { recipient, subject, body } of mails)
      logger().info({ recipient, subject, body }, "mail is only logged, not sent");
  }
  const isInBackground = ({ name }: OutgoingEvent) => definitionOf(name as EventName).executor?.inBackground === true;
  void send(outgoing.filter(isInBackground));
  await send(outgoing.filter((event) => !isInBackground(event)));
  await deleteForgotten(objects);
}

async function send(events: OutgoingEvent[]): Promise<void> {
  try {
    await deliver(events);
  } catch (error) {
    logger().warn({ err: error, events: events.length }, "could not send events; the sweep tries again");
  }
}
