import { admitEvent, startRun } from "./admission";
import { Alarm } from "./alarm";
import { releaseDueBatch } from "./batches";
import { limitsOf } from "./concurrency";
import type { Core } from "./core";
import { tickDueCron } from "./crons";
import { routeEvents } from "./event-routing";
import { reason } from "./log";
import { claimCalls, renewLeases } from "./queue";
import { runCall } from "./run-call";
import { finishRun, lockUnfinishedRun } from "./runs";
import { resolveDueWait } from "./waits";

const maxCalls = 64;
const idleMs = 1000;
const troubleMs = 250;

interface Due {
  events: boolean;
  waits: boolean;
  batches: boolean;
  crons: boolean;
  deadlines: boolean;
  calls: boolean;
  /** Milliseconds until something else is due, or null if nothing is. */
  next_ms: number | null;
}

/**
 * The executor's only loop: checks what is due, does it, and sleeps until something is due or it is woken. Each action
 * is a transaction of its own, so the process may die between any two.
 */
export class Pump {
  readonly #core: Core;
  readonly #calls = new Map<string, Promise<void>>();
  readonly #alarm: Alarm;
  #trouble = "";

  constructor(core: Core) {
    this.#core = core;
    this.#alarm = new Alarm(core.stopping);
  }

  /** Checks again at once, because something was added that may be due. */
  wake(): void {
    this.#alarm.ring();
  }

  /** Resolves when every running call has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#calls.values());
  }

  async run(): Promise<void> {
    const renewing = setInterval(() => void this.#renew(), this.#core.leaseMs / 3);
    while (!this.#core.stopping.aborted) await this.#alarm.pause(await this.#turn());
    await this.settled();
    clearInterval(renewing);
  }

  /** One round. Returns how long to pause, in milliseconds. */
  async #turn(): Promise<number> {
    try {
      const due = await this.#look();
      const worked = await this.#work(due);
      if (this.#trouble) this.#core.log.info("the queue works again");
      this.#trouble = "";
      return worked ? 0 : Math.max(1, Math.min(idleMs, Math.ceil(due.next_ms ?? idleMs)));
    } catch (error) {
      const trouble = reason(error);
      if (trouble !== this.#trouble) this.#core.log.error({ reason: trouble }, "the queue is stuck");
      this.#trouble = trouble;
      return troubleMs;
    }
  }

  async #look(): Promise<Due> {
    const [due] = await this.#core.database<Due>`
      select exists (select 1 from events where routed_at is null) as events,
        exists (select 1 from waits where due_at <= now()) as waits,
        exists (select 1 from batches where due_at <= now()) as batches,
        exists (select 1 from crons where next_at <= now()) as crons,
        exists (select 1 from runs where deadline_at <= now() and status in ('queued', 'running')) as deadlines,
        exists (select 1 from queue
          where available_at <= now() and (lease_until is null or lease_until < now())) as calls,
        1000 * extract(epoch from least(
          (select min(available_at) from queue where available_at > now()),
          (select min(due_at) from waits where due_at > now()),
          (select min(due_at) from batches where due_at > now()),
          (select min(next_at) from crons where next_at > now()),
          (select min(deadline_at) from runs where deadline_at > now() and status in ('queued', 'running'))
        ) - now())::float8 as next_ms`;
    if (!due) throw new Error("the queue could not be read");
    return due;
  }

  /** Returns whether anything was done, in which case there may be more. */
  async #work(due: Due): Promise<boolean> {
    const { database, registry, log, mayRoute } = this.#core;
    let worked = false;
    if (due.events && mayRoute()) worked = (await routeEvents(database, registry, log)) > 0;
    if (due.waits) worked = (await resolveDueWait(database)) || worked;
    if (due.batches) worked = (await this.#releaseBatch()) || worked;
    if (due.crons) worked = (await tickDueCron(database, (id) => registry.find(id), startCron)) || worked;
    if (due.deadlines) worked = (await this.#cancelLate()) || worked;
    if (due.calls) worked = (await this.#claim()) || worked;
    return worked;
  }

  #releaseBatch(): Promise<boolean> {
    const { database, registry } = this.#core;
    return releaseDueBatch(database, async (tx, { functionId, events }) => {
      const config = registry.find(functionId);
      if (config) await startRun(tx, config, events);
    });
  }

  /** Cancels one run that has not started or finished within its function's `timeouts`. */
  async #cancelLate(): Promise<boolean> {
    return this.#core.database.begin(async (tx) => {
      const [late] = await tx<{ id: string }>`
        select id from runs where deadline_at <= now() and status in ('queued', 'running') limit 1`;
      if (late && (await lockUnfinishedRun(tx, late.id))) await finishRun(tx, late.id, { status: "cancelled" });
      return late !== undefined;
    });
  }

  async #claim(): Promise<boolean> {
    const { owner, leaseMs, registry, database } = this.#core;
    const limits = (functionId: string) => limitsOf(registry.find(functionId));
    const inFlight = [...this.#calls.keys()];
    const room = maxCalls - inFlight.length;
    if (room <= 0) return false;
    const claimed = await claimCalls(database, { owner, leaseMs, inFlight, room, limits });
    for (const call of claimed) {
      const done = runCall(this.#core, call)
        .catch((error: unknown) => {
          // An abandoned call is made again once its lease is returned or expires.
          if (this.#core.stopping.aborted) return;
          this.#core.log.error({ run: call.run_id, reason: reason(error) }, "the result of a call could not be stored");
        })
        .finally(() => {
          this.#calls.delete(call.id);
          this.wake();
        });
      this.#calls.set(call.id, done);
    }
    return claimed.length > 0;
  }

  async #renew(): Promise<void> {
    const callIds = [...this.#calls.keys()];
    if (callIds.length === 0) return;
    const { database, owner, leaseMs } = this.#core;
    await renewLeases(database, owner, callIds, leaseMs).catch(() => undefined);
  }
}

const startCron: Parameters<typeof tickDueCron>[2] = async (tx, config, event, notBefore) => {
  if (notBefore) await startRun(tx, config, [event], notBefore);
  else await admitEvent(tx, config, event);
};
