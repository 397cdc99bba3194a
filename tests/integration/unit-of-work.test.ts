import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { bundle } from "@/scripts/bundle.mjs";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { sql } = backend;
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { asSystem } = await import("@/lib/audit/sources");
const { deliverLeftBehind } = await import("@/lib/events/jobs");

let program: string;
beforeAll(async () => {
  program = await bundle("tests/fixtures/delete-sample-process.ts");
});

/** How many purges the executor has planned, in all tests so far. */
const planned = async () => (await backend.runs("samplemind-sample-purge")).length;
const leaveBehind = () => sql`update outgoing_events set created_at = now() - interval '1 minute'`;

/** What the deletion of one sample has left in every place that it writes to. */
async function traces(person: Person, sampleId: string) {
  const [row] = await sql`
    select (select deleted_at is not null from samples where id = ${sampleId}) as deleted,
      (select count(*)::int from outgoing_events where id like ${`sample.deleted:${sampleId}%`}) as outgoing,
      (select count(*)::int from live_events where user_id = ${person.userId} and payload ->> 'change' = 'deleted'
        and payload ->> 'sampleId' = ${sampleId}) as live,
      (select count(*)::int from audit_entries where action = 'sample.deleted' and target_id = ${sampleId}) as audited`;
  return row;
}

async function withSample(): Promise<[Person, string]> {
  const person = await backend.person();
  const sampleId = await backend.upload(person, tone(300 + Math.random() * 400, 0.3));
  await backend.settled(person, sampleId);
  return [person, sampleId];
}

/** A process that deletes the sample and reaches the executor at `executorUrl`. */
function deletingProcess(person: Person, sampleId: string, executorUrl = process.env.INNGEST_BASE_URL): ChildProcess {
  const child = spawn(process.execPath, [program, person.userId, sampleId], {
    env: { ...process.env, INNGEST_BASE_URL: executorUrl },
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

/** A server between a process and the executor. It calls `heard` instead of answering. */
async function executorThatCalls(heard: (forward: () => Promise<Response>) => void): Promise<string> {
  const server = http.createServer((request) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "POST", url = "/", headers } = request;
      const { "x-inngest-event-id-seed": seed } = headers;
      const forwarded = {
        "content-type": "application/json",
        ...(typeof seed === "string" && { "x-inngest-event-id-seed": seed }),
      };
      heard(() =>
        fetch(`${process.env.INNGEST_BASE_URL}${url}`, { method, headers: forwarded, body: Buffer.concat(chunks) }),
      );
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a process killed while it deletes a sample", () => {
  it("before the commit has changed nothing", async () => {
    const [person, sampleId] = await withSample();
    const before = await planned();
    const isWaiting = () => sql`
      select 1 from pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and locktype = 'advisory' and not granted`;
    await sql.begin(async (holder) => {
      await holder`select pg_advisory_xact_lock(hashtextextended(${`live-events:${person.userId}`}, 0))`;
      const child = deletingProcess(person, sampleId);
      await until(async () => (await isWaiting()).length > 0, "the process in the middle of its writes");
      await killed(child);
    });
    await until(async () => (await isWaiting()).length === 0, "the end of its transaction");
    expect(await traces(person, sampleId)).toEqual({ deleted: false, outgoing: 0, live: 0, audited: 0 });
    expect(await planned()).toBe(before);
  });

  it("between the commit and the sending loses nothing", async () => {
    const [person, sampleId] = await withSample();
    const before = await planned();
    let reached = () => {};
    const sending = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const child = deletingProcess(person, sampleId, await executorThatCalls(() => reached()));
    await sending;
    await killed(child);
    expect(await traces(person, sampleId)).toEqual({ deleted: true, outgoing: 1, live: 1, audited: 1 });
    await leaveBehind();
    expect(await deliverLeftBehind()).toBe(1);
    await until(async () => (await planned()) === before + 1, "the purge to be planned");
    expect(await traces(person, sampleId)).toMatchObject({ outgoing: 0 });
  });

  it("after the executor accepted the event, but before the process knew, sends nothing twice", async () => {
    const [person, sampleId] = await withSample();
    const before = await planned();
    let taken = () => {};
    const sent = new Promise<void>((resolve) => {
      taken = resolve;
    });
    const url = await executorThatCalls((forward) => void forward().then((answer) => answer.ok && taken()));
    const child = deletingProcess(person, sampleId, url);
    await sent;
    await killed(child);
    expect(await traces(person, sampleId)).toEqual({ deleted: true, outgoing: 1, live: 1, audited: 1 });
    await until(async () => (await planned()) === before + 1, "the purge to be planned");
    await leaveBehind();
    expect(await deliverLeftBehind()).toBe(1);
    expect(await deliverLeftBehind()).toBe(0);
    // The executor answers once it has decided, so a second run would exist by now.
    expect(await planned()).toBe(before + 1);
  });
});

describe("a unit of work", () => {
  const letter = (subject: string) => ({ recipient: "ada@example.com", write: () => ({ subject, body: "text" }) });
  const mails = (subject: string) => sql`select id from mails where subject = ${subject}`;

  it("writes nothing that was collected if its body throws", async () => {
    const failing = inTransaction(asSystem(), (work) => {
      work.mail(letter("thrown"));
      work.audit({ action: "jobs.paused", after: { test: "thrown" } });
      throw new Error("thrown");
    });
    await expect(failing).rejects.toThrow("thrown");
    expect(await mails("thrown")).toHaveLength(0);
    expect(await sql`select 1 from audit_entries where after ->> 'test' = 'thrown'`).toHaveLength(0);
  });

  it("joins the one it is called in: both are written, or neither", async () => {
    const nested = (subject: string, fails: boolean) =>
      inTransaction(asSystem(), async (outer) => {
        outer.mail(letter(subject));
        await inTransaction(asSystem(), (inner) => {
          expect(inner.tx).toBe(outer.tx);
          inner.mail(letter(subject));
        });
        if (fails) throw new Error("afterwards");
      });
    await nested("joined", false);
    expect(await mails("joined")).toHaveLength(2);
    await expect(nested("undone", true)).rejects.toThrow("afterwards");
    expect(await mails("undone")).toHaveLength(0);
  });

  it("starts a new one for calls that outlive it", async () => {
    let later: () => Promise<unknown> = async () => {};
    await inTransaction(asSystem(), async () => {
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const started = opened.then(() => inTransaction(asSystem(), (work) => work.mail(letter("later"))));
      later = () => {
        open();
        return started;
      };
    });
    await later();
    expect(await mails("later")).toHaveLength(1);
  });

  it("notifies people in a fixed order, so that two at once cannot wait for each other", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const tell = (owners: Person[]) =>
      inTransaction(asSystem(), (work) => {
        for (const { userId: ownerId } of owners)
          work.publish("sample.status_changed", { sampleId: crypto.randomUUID(), ownerId, status: "completed" });
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => tell(n % 2 ? [ada, eve] : [eve, ada])));
    const told = await sql`select user_id, count(*)::int from live_events
      where user_id in (${ada.userId}, ${eve.userId}) group by 1`;
    expect(told.map(({ count }) => count)).toEqual([20, 20]);
  });

  it("refuses an event whose payload does not match the catalogue", async () => {
    const wrong = inTransaction(asSystem(), (work) => work.publish("mail.queued", { mailId: "no id" }));
    await expect(wrong).rejects.toThrow();
  });
});
