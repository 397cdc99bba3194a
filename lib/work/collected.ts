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
import { type Letter, type QueuedMail, queueMail } from "@/lib/mail/writes";
import { logger } from "@/lib/platform/logger";
import { deleteForgotten, type ForgottenObject, writeForgotten } from "./forgotten-objects";

/** What is left to do once the transaction is committed. Each part is also in an outbox. */
export interface Committed {
  outgoing: OutgoingEvent[];
  mails: QueuedMail[];
  objects: ForgottenObject[];
}

/** What a transaction has said it will do, until its end. */
export class Collected {
  readonly events: PublishedEvent[] = [];
  readonly entries: { source: AuditSource; event: AuditEvent }[] = [];
  readonly letters: Letter[] = [];
  readonly objects: ForgottenObject[] = [];

  /**
   * Writes everything, in an order that cannot deadlock and keeps others waiting as briefly as possible: live events
   * take a lock an owner, and from the first audit entry to the commit every other writer of the audit waits.
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

  /** A letter that is to be sent is an event of its own, so that nobody waits for the next minute's run. */
  async #writeLetters(tx: Executor): Promise<QueuedMail[]> {
    const mails: QueuedMail[] = [];
    for (const letter of this.letters) {
      const mail = await queueMail(tx, letter);
      if (!mail) continue;
      mails.push(mail);
      if (mailIsSent()) this.events.push({ name: "mail.queued", payload: { mailId: mail.id }, occurrence: null });
    }
    return mails;
  }
}

/** Sends what the outboxes hold of this transaction. A failure is logged, and left to the sweep. */
export async function afterCommit({ outgoing, mails, objects }: Committed): Promise<void> {
  if (!mailIsSent() && env.MAIL_TO_LOG === "1") {
    for (const { recipient, subject, body } of mails) logger().info({ recipient, subject, body }, "mail, not sent");
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
    logger().warn({ err: error, events: events.length }, "events stay in the outbox until the sweep");
  }
}
