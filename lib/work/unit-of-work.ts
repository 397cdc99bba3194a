import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { db, type Executor } from "@/db/client";
import type { AuditEvent, AuditSource } from "@/lib/audit/schema";
import { catalogue, type EventName, type EventPayload } from "@/lib/events/catalogue";
import type { Mail } from "@/lib/mail/transport";
import { afterCommit, Collected, type Committed } from "./collected";
import type { ForgottenObject } from "./forgotten-objects";

/**
 * One transaction and everything that goes with it. What is published, audited, mailed and forgotten is collected and
 * written at the end of the transaction, in the one right order, whatever the order of the calls.
 */
export interface Work {
  readonly tx: Executor;
  /** `occurrence` tells two events of the same name about the same subject apart; the same one twice is sent once. */
  publish<Name extends EventName>(name: Name, payload: EventPayload<Name>, occurrence?: string): void;
  /** `source` is who did it where that is not who the transaction was begun for. */
  audit(event: AuditEvent, source?: AuditSource): void;
  /** Nothing is sent if the same person was written the same subject within `pauseSeconds`. */
  mail(mail: Mail, options?: { pauseSeconds?: number }): void;
  /** Objects to which nothing refers after this transaction. */
  forget(...objects: ForgottenObject[]): void;
}

interface OpenWork {
  tx: Executor;
  collected: Collected;
  /** False once the transaction is over: what was started in it and still runs begins one of its own. */
  isOpen: boolean;
}

// Hot reload, and a bundle of its own for each route, evaluate this module again; an open transaction is one for all.
const shared = globalThis as unknown as { samplemindOpenWork?: AsyncLocalStorage<OpenWork> };
shared.samplemindOpenWork ??= new AsyncLocalStorage<OpenWork>();
const openWork = shared.samplemindOpenWork;

/**
 * Runs `body` in a transaction, or as a part of the one that it is called in, and hands it the means to write. What
 * `body` returns is returned after the commit; what it throws rolls everything back. What leaves the process leaves
 * after the commit: a crash before it sends nothing, a crash after it is made good by the sweep.
 */
export async function inTransaction<T>(source: AuditSource, body: (work: Work) => T | Promise<T>): Promise<T> {
  const outer = openWork.getStore();
  if (outer?.isOpen) return body(workOf(source, outer));
  const [result, committed] = await db().transaction(async (tx): Promise<[T, Committed]> => {
    const open: OpenWork = { tx, collected: new Collected(), isOpen: true };
    try {
      const result = await openWork.run(open, async () => body(workOf(source, open)));
      return [result, await open.collected.write(tx)];
    } finally {
      open.isOpen = false;
    }
  });
  await afterCommit(committed);
  return result;
}

function workOf(source: AuditSource, { tx, collected }: OpenWork): Work {
  return {
    tx,
    publish(name, payload, occurrence) {
      const checked = catalogue[name].payload.parse(payload);
      collected.events.push({ name, payload: checked, occurrence: occurrence ?? null });
    },
    audit: (event, by = source) => void collected.entries.push({ source: by, event }),
    mail: (mail, options = {}) => void collected.letters.push({ mail, ...options }),
    forget: (...objects) => void collected.objects.push(...objects),
  };
}
