import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false });
const { asSystem } = await import("@/lib/audit/sources");
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { revokeSession } = await import("@/lib/accounts/sessions/mutations");
const { closeEventStreams, OpenStreams, STREAMS_PER_PERSON } = await import("@/lib/api/operations/events/open-streams");
const { databasePool } = await import("@/db/client");

interface Received {
  id: string;
  event: string;
  data: { sampleId?: string };
}

/** A reader of `/api/v1/events` that works like `EventSource`. */
async function listen(person: Person, lastEventId?: string, page?: string) {
  const abort = new AbortController();
  const headers: Record<string, string> = lastEventId === undefined ? {} : { "last-event-id": lastEventId };
  const path = page === undefined ? "/api/v1/events" : `/api/v1/events?page=${page}`;
  const answer = await backend.call(person, path, { signal: abort.signal, headers });
  const events: Received[] = [];
  let ended = false;
  const reading = (async () => {
    let buffer = "";
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      buffer += decoder.decode(chunk, { stream: true });
      const blocks = buffer.split("\n\n");
      buffer = blocks.pop() ?? "";
      for (const block of blocks) {
        const field = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, "m"))?.[1];
        if (field("event"))
          events.push({ id: field("id") ?? "", event: field("event") ?? "", data: JSON.parse(field("data") ?? "") });
      }
    }
  })()
    .catch(() => {})
    .finally(() => {
      ended = true;
    });
  await until(() => events.length > 0, "the first event");
  return {
    answer,
    events,
    sampleIds: () => events.filter(({ event }) => event === "sample").map(({ data }) => data.sampleId),
    lastId: () => events.at(-1)?.id,
    isOver: () => ended,
    async close() {
      abort.abort();
      await reading;
    },
  };
}

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const tell = (person: Person, ...numbers: number[]) =>
  inTransaction(asSystem(), (work) => {
    for (const number of numbers) {
      work.publish("sample.created", { sampleId: uuid(number), ownerId: person.userId, status: "uploading" });
    }
  });

describe("the event stream", () => {
  it("carries a person's own events and nobody else's, without delay by proxies", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const stream = await listen(ada);
    expect(stream.answer.headers.get("content-type")).toContain("text/event-stream");
    expect(stream.answer.headers.get("cache-control")).toContain("no-transform");
    await tell(eve, 1);
    await tell(ada, 2);
    await until(() => stream.sampleIds().length > 0, "an event");
    expect(stream.sampleIds()).toEqual([uuid(2)]);
    await stream.close();
  });

  it("loses nothing across reconnects, even before the first event", async () => {
    const ada = await backend.person();
    const first = await listen(ada);
    expect(first.events[0]?.event).toBe("ready");
    await first.close();
    await tell(ada, 10, 11);
    const second = await listen(ada, first.lastId());
    await until(() => second.sampleIds().length === 2, "what was missed");
    await tell(ada, 12);
    await until(() => second.sampleIds().length === 3, "what came live");
    await second.close();
    await tell(ada, 13);
    const third = await listen(ada, second.lastId());
    await until(() => third.sampleIds().length === 1, "what was missed again");
    expect([...second.sampleIds(), ...third.sampleIds()]).toEqual([10, 11, 12, 13].map(uuid));
    await third.close();
  });

  it("shows every event once and in order when many transactions write at the same time", async () => {
    const ada = await backend.person();
    const stream = await listen(ada);
    const numbers = Array.from({ length: 200 }, (_, index) => index + 100);
    await Promise.all(numbers.map((number) => tell(ada, number)));
    await until(() => stream.sampleIds().length >= numbers.length, "all events");
    expect(new Set(stream.sampleIds()).size).toBe(numbers.length);
    const ids = stream.events.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    await stream.close();
  });

  it("goes on after the database drops the connection that it listens on", async () => {
    const ada = await backend.person();
    const stream = await listen(ada);
    const cut = await backend.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'samplemind-listener' and datname = current_database()`;
    expect(cut.length).toBeGreaterThan(0);
    await tell(ada, 400);
    await until(() => stream.sampleIds().includes(uuid(400)), "the event after the cut");
    await stream.close();
  });

  it("says so if earlier events can no longer be replayed", async () => {
    const ada = await backend.person();
    const stream = await listen(ada, "999999999");
    expect(stream.events[0]?.event).toBe("reset");
    await stream.close();
  });

  it("costs one read an event, however many windows a person has", async () => {
    const ada = await backend.person();
    const streams = await Promise.all(Array.from({ length: STREAMS_PER_PERSON }, () => listen(ada)));
    const query = vi.spyOn(databasePool(), "query");
    await tell(ada, 500);
    await until(() => streams.every((stream) => stream.sampleIds().includes(uuid(500))), "the event everywhere");
    const reads = query.mock.calls.filter(([asked]) => JSON.stringify(asked).includes('from \\"live_events\\"'));
    query.mockRestore();
    // A read during which another announcement comes is followed by one more.
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.length).toBeLessThanOrEqual(2);
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it("is refused to a person who has ten, unless it replaces one of the same page", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const pages = Array.from({ length: STREAMS_PER_PERSON }, (_, index) => `page-${index}`);
    const streams = await Promise.all(pages.map((page) => listen(ada, undefined, page)));
    const eleventh = await backend.call(ada, "/api/v1/events?page=one-more");
    expect(eleventh.status).toBe(429);
    expect(Number(eleventh.headers.get("retry-after"))).toBeGreaterThanOrEqual(10);
    expect(await eleventh.json()).toMatchObject({ code: "too_many_streams", title: expect.any(String) });
    const others = await listen(eve);
    const again = await listen(ada, undefined, pages[0]);
    await until(() => streams[0]?.isOver() === true, "the end of the stream before");
    expect(streams.slice(1).map((stream) => stream.isOver())).not.toContain(true);
    await again.close();
    await until(async () => {
      const answer = await backend.call(ada, "/api/v1/events", { signal: AbortSignal.timeout(500) });
      void answer.body?.cancel();
      return answer.status === 200;
    }, "a free place");
    await Promise.all([others, ...streams].map((stream) => stream.close()));
  });

  it("is refused to everybody when the server has no place left", async () => {
    const open = new OpenStreams({ perPerson: 2, inAll: 3 });
    const leaving = new AbortController();
    const stream = async (person: Person) => {
      const credential = { id: randomUUID(), isLive: async () => true };
      const follower = { person: person.ctx.actor, credential, lastEventId: null, page: null };
      const opened = open.open(follower, leaving.signal);
      return opened.ok ? "open" : opened.reason;
    };
    const [ada, eve] = [await backend.person(), await backend.person()];
    const outcomes = [await stream(ada), await stream(ada), await stream(ada), await stream(eve), await stream(eve)];
    expect(outcomes).toEqual(["open", "open", "too_many_streams", "open", "server_is_full"]);
    open.closeAll();
    expect(await stream(eve)).toBe("open");
    leaving.abort();
  });

  it("ends at once when its session is revoked; other sessions keep theirs", async () => {
    const here = await backend.person();
    const there = await backend.signedIn(here.userId, here.email, here.password);
    const [kept, ended] = [await listen(here), await listen(there)];
    await revokeSession(here.ctx, { id: there.sessionId });
    await until(() => ended.isOver(), "the end of the stream", 5);
    expect(kept.isOver()).toBe(false);
    expect((await backend.call(there, "/api/v1/events")).status).toBe(401);
    await kept.close();
  });

  it("does not keep a stopping server alive", async () => {
    const stream = await listen(await backend.person());
    closeEventStreams();
    await until(() => stream.isOver(), "the end of the stream", 5);
  });
});
