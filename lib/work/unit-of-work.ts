import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { db, type Executor } from "@/db/client";
import type { AuditEvent, AuditSource } from "@/lib/audit/schema";
import { catalogue, type EventName, type EventPayload } from "@/lib/events/catalogue";
import type { Letter } from "@/lib/mail/letter";
import { afterCommit, Collected, type Committed } from "./collected";
import type { ForgottenObject } from "./forgotten-objects";

/**
 * One transaction and everything that goes with it. What is published, audited, mailed and forgotten is collected and
 * written at the end, always in the same safe order, whatever the order of the calls.
 */
export interface Work {
  readonly tx: Executor;
  /** `occurrence` tells apart two events of the same name about the same subject. The same one twice is sent once. */
  publish<Name extends EventName>(name: Name, payload: EventPayload<Name>, occurrence?: string): void;
  /** `source` is who did it, if it is not who the transaction was started for. */
  audit(event: AuditEvent, source?: AuditSource): void;
  /** Sends nothing if the same person got the same subject within `pauseSeconds`. */
  mail(letter: Letter, options?: { pauseSeconds?: number }): void;
  /** Objects that nothing refers to after this transaction. */
  forget(...objects: ForgottenObject[]): void;
}

interface OpenWork {
  tx: Executor;
  collected: Collected;
  /** False once the transaction is over. Calls that are still running then start a transaction of their own. */
  isOpen: boolean;
}

// Hot reload and separate route bundles evaluate this module again, but open transactions must be shared.
const shared = globalThis as unknown as { samplemindOpenWork?: AsyncLocalStorage<OpenWork> };
shared.samplemindOpenWork ??= new AsyncLocalStorage<OpenWork>();
const openWork = shared.samplemindOpenWork;

/**
 * Runs `body` in a transaction, or as part of the one that is already open. Returns what `body` returns after the
 * commit; anything it throws rolls everything back. Nothing leaves the process before the commit. After a crash before
 * it, nothing is sent; after a crash later, the sweep sends the rest.
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
    mail: (letter, options = {}) => void collected.letters.push({ letter, ...options }),
    forget: (...objects) => void collected.objects.push(...objects),
  };
}
