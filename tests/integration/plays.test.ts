import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { published } from "@/tests/factories/publications";

const backend = await startBackend({ jobs: false });
const { call, sql } = backend;
const { answerBegin, answerHeartbeat } = await import("@/lib/plays/play-answers");
const { decideEndedPlays, recountPlays } = await import("@/lib/plays/jobs");
const { recentPlaysOf } = await import("@/lib/plays/data");
const { readPlays } = await import("@/lib/privacy/exports/lookups");

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
/** Somebody at a screen: a person with a session, or a stranger at an address. */
interface Screen {
  person?: Person;
  address?: string;
  headers?: Record<string, string>;
}
let addresses = 0;
const someAddress = () => `91.20.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`;

function asked({ person, address = "91.19.0.1", headers = {} }: Screen, path: string, body: unknown): Request {
  return new Request(`${backend.origin}${path}`, {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", "user-agent": CHROME, "accept-language": "en" },
      ...{
        origin: backend.origin,
        host: new URL(backend.origin).host,
        "x-forwarded-for": address,
        "x-forwarded-proto": "http",
      },
      ...(person ? { cookie: person.cookie } : {}),
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}
const begin = (screen: Screen, publicationId: string, more = {}) =>
  answerBegin(asked(screen, "/plays", { publicationId, context: "page", ...more }));
const beat = (screen: Screen, token: string, publicationId: string, number: number, heardTo: number, more = {}) =>
  answerHeartbeat(
    asked(screen, `/plays/${token}/heartbeats`, {
      ...{ publicationId, number, parts: heardTo > 0 ? [[0, heardTo]] : [], positionSeconds: heardTo },
      ...{ isMuted: false, hiddenSeconds: 0, clockSeconds: heardTo },
      ...more,
    }),
    token,
  );
async function begun(screen: Screen, publicationId: string): Promise<string> {
  const answer = await begin(screen, publicationId);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { data: { id: string } }).data.id;
}
const idOf = (token: string) => token.split(".")[0] ?? "";
const rowOf = async (token: string) => (await sql`select * from plays where id = ${idOf(token)}`)[0];
const countOf = async (id: string) =>
  (await sql<{ count: number }[]>`select play_count as count from publications where id = ${id}`)[0]?.count;
/** As if the play had begun so long ago: nobody waits three minutes for a test. */
const backdated = (token: string, seconds: number) =>
  sql`update plays set started_at = started_at - make_interval(secs => ${seconds}) where id = ${idOf(token)}`;
const decideAll = async () => {
  while ((await decideEndedPlays(0)).setAside + (await decideEndedPlays(0)).qualified > 0);
};
/** A play of a song of three minutes that is heard for so long, in the usual heartbeats. */
async function heard(screen: Screen, publicationId: string, seconds: number): Promise<string> {
  const token = await begun(screen, publicationId);
  await backdated(token, seconds + 1);
  const steps = Math.ceil(seconds / 20);
  for (let step = 1; step <= steps; step++)
    expect((await beat(screen, token, publicationId, step, step === steps ? seconds : step * 20)).status).toBe(200);
  return token;
}

afterEach(() => sql`delete from rate_limits`);

describe("a play", () => {
  it("of a stranger counts when half of a song was heard, and the artist sees all of it", async () => {
    const [artist, ear] = [await backend.person(), { address: someAddress() }];
    const { id } = await published(backend, artist);
    const [long, short] = [await heard(ear, id, 95), await heard({ address: someAddress() }, id, 60)];
    const silent = await begun({ address: someAddress() }, id);
    expect(await rowOf(long)).toMatchObject({ state: "open", heard_seconds: 95, was_audible: true, user_id: null });
    await decideAll();
    expect(await rowOf(long)).toMatchObject({ state: "qualified", set_aside_reason: null, rule_version: 1 });
    expect(await rowOf(short)).toMatchObject({ state: "set_aside", set_aside_reason: "not_long_enough" });
    expect(await rowOf(silent)).toMatchObject({ state: "set_aside", set_aside_reason: "no_heartbeats" });
    expect(await countOf(id)).toBe(1);
    const [numbers] = await backend.data<object[]>(call(artist, "/api/v1/plays"));
    expect(numbers).toMatchObject({
      ...{ publicationId: id, countsAs: "plays", raw: 3, qualified: 1, setAside: 2, open: 0, secondsToHear: 90 },
      reasons: { not_long_enough: 1, no_heartbeats: 1 },
    });
    expect(await backend.data(call(await backend.person(), "/api/v1/plays"))).toEqual([]);
  });

  it("counts once for each listener in the song's own length", async () => {
    const { id } = await published(backend, await backend.person());
    const listener = { person: await backend.person() };
    await heard(listener, id, 100);
    const again = await heard(listener, id, 100);
    const later = await heard(listener, id, 100);
    await backdated(later, 500);
    await decideAll();
    expect(await countOf(id)).toBe(2);
    expect(await rowOf(again)).toMatchObject({ set_aside_reason: "counted_already" });
  });

  it("of the last days stand before their artist, with how many count", async () => {
    const [artist, quiet, nobody] = [await backend.person(), await backend.person(), await backend.person()];
    const [one, other] = [await published(backend, artist), await published(backend, artist, { title: "Old" })];
    await published(backend, quiet);
    await heard({ address: someAddress() }, one.id, 100);
    await heard({ person: artist }, one.id, 100);
    await backdated(await heard({ address: someAddress() }, other.id, 100), 8 * 86_400);
    await decideAll();
    const recent = (person: Person) => recentPlaysOf(person.ctx.actor.id, { days: 7, limit: 5 });
    expect(await recent(artist)).toMatchObject([{ slug: one.slug, title: "Rain on tin", raw: 2, qualified: 1 }]);
    expect(await recent(quiet)).toEqual([]);
    expect(await recent(nobody)).toBeNull();
  });

  it("of several people behind one address counts for each: browsers are told apart, and so are accounts", async () => {
    const { id } = await published(backend, await backend.person());
    const school = "91.21.0.1";
    for (const version of ["142", "141", "140"]) {
      const headers = { "user-agent": CHROME.replace("142", version) };
      await heard({ address: school, headers }, id, 100);
      await heard({ address: school, headers }, id, 100);
    }
    for (const person of [await backend.person(), await backend.person()])
      await heard({ address: school, person }, id, 100);
    await decideAll();
    expect(await countOf(id)).toBe(5);
  });

  it("of its owner never counts, nor one in a muted player", async () => {
    const artist = await backend.person();
    const { id } = await published(backend, artist);
    const own = await heard({ person: artist }, id, 170);
    const muted = await begun({ address: "91.19.0.7" }, id);
    await beat({ address: "91.19.0.7" }, muted, id, 1, 0, { isMuted: true });
    await decideAll();
    expect(await rowOf(own)).toMatchObject({ state: "set_aside", set_aside_reason: "own" });
    expect(await rowOf(muted)).toMatchObject({ set_aside_reason: "never_audible" });
    expect(await countOf(id)).toBe(0);
  });

  it("of a sample is a preview, and wants all of it; of a preview that is cut, half of what there is", async () => {
    const artist = await backend.person();
    const loop = await published(backend, artist, { seconds: 8, kind: "loop" });
    const cut = await published(backend, artist, { seconds: 400, allowsDownload: false });
    await heard({ address: someAddress() }, loop.id, 8);
    await heard({ address: someAddress() }, loop.id, 5);
    await heard({ address: someAddress() }, cut.id, 46);
    await decideAll();
    expect([await countOf(loop.id), await countOf(cut.id)]).toEqual([1, 1]);
    const numbers = await backend.data<{ publicationId: string; countsAs: string }[]>(call(artist, "/api/v1/plays"));
    expect(numbers.map(({ publicationId, countsAs }) => [publicationId, countsAs])).toEqual([
      [cut.id, "plays"],
      [loop.id, "previews"],
    ]);
  });

  it("shows its marks as the reason, while whoever plays is told nothing of them", async () => {
    const { id } = await published(backend, await backend.person());
    const program = await heard({ headers: { "user-agent": "python-requests/2.32.3 of a farm" } }, id, 100);
    const ear = { address: someAddress() };
    const fast = await begun(ear, id);
    expect(await (await beat(ear, fast, id, 1, 180)).json()).toEqual({ data: { state: "open" } });
    const driven = await begin({ address: someAddress() }, id, { isDriven: true });
    expect(driven.status).toBe(201);
    await decideAll();
    expect(await rowOf(program)).toMatchObject({ state: "set_aside", set_aside_reason: "program" });
    expect(await rowOf(fast)).toMatchObject({ set_aside_reason: "impossible_speed", heard_seconds: 0 });
    expect(await countOf(id)).toBe(0);
  });
});

describe("the counts", () => {
  it("are the same however many decide at once, and the recount finds nothing to put right", async () => {
    const artist = await backend.person();
    const songs = await Promise.all([published(backend, artist), published(backend, artist)]);
    for (let count = 0; count < 12; count++)
      await heard({ address: someAddress() }, songs[count % 2]?.id ?? "", 91 + count * 3);
    await Promise.all(Array.from({ length: 6 }, () => decideEndedPlays(0)));
    expect(await Promise.all(songs.map(({ id }) => countOf(id)))).toEqual([6, 6]);
    expect(await recountPlays()).toBe(0);
    await sql`update publications set play_count = 99 where id = ${songs[0]?.id ?? ""}`;
    expect(await recountPlays()).toBe(1);
    expect(await countOf(songs[0]?.id ?? "")).toBe(6);
  });

  it("go down again when a habit is seen in plays that had counted", async () => {
    const songs = await Promise.all(
      Array.from({ length: 12 }, async (_, index) =>
        published(backend, await backend.person(), { seconds: 170 + index }),
      ),
    );
    const bot = { person: await backend.person() };
    for (const [index, song] of songs.entries()) {
      const token = await heard(bot, song.id, 90 + index / 4);
      // Every four minutes, whatever it plays.
      await sql`update plays set started_at = now() - interval '3 hours' + make_interval(mins => ${index * 4}),
        last_heard_at = now() - interval '3 hours' + make_interval(mins => ${index * 4}, secs => 92) where id = ${idOf(token)}`;
      await decideAll();
    }
    const states = await sql<{ state: string; reason: string }[]>`
      select distinct state, set_aside_reason as reason from plays where user_id = ${bot.person.userId}`;
    expect(states).toEqual([
      { state: "set_aside", reason: expect.stringMatching(/stops_when_it_counts|regular_starts/) },
    ]);
    expect(await Promise.all(songs.map((song) => countOf(song.id)))).toEqual(songs.map(() => 0));
    expect(await recountPlays()).toBe(0);
  });
});

describe("an attack", () => {
  it("with a made-up id, another publication or another listener's play reaches nothing", async () => {
    const artist = await backend.person();
    const [one, other] = [await published(backend, artist), await published(backend, artist)];
    const ear = { address: "91.19.1.1" };
    const token = await begun(ear, one.id);
    const [id = "", tag = ""] = token.split(".");
    const before = await rowOf(token);
    for (const forged of [`${randomUUID()}.${tag}`, `${id}.${"A".repeat(24)}`, id, `${token}x`, "x", `${id}.`])
      expect((await beat(ear, forged, one.id, 1, 10)).status, forged).toBe(404);
    expect((await beat(ear, token, other.id, 1, 10)).status).toBe(404);
    expect((await beat({ address: "91.19.1.2" }, token, one.id, 1, 10)).status).toBe(404);
    expect((await beat({ ...ear, person: await backend.person() }, token, one.id, 1, 10)).status).toBe(404);
    expect(
      (await beat({ ...ear, headers: { "user-agent": "another browser of this address" } }, token, one.id, 1, 10))
        .status,
    ).toBe(404);
    expect(await rowOf(token)).toEqual(before);
  });

  it("with the same heartbeat a hundred times at once is one heartbeat", async () => {
    const { id } = await published(backend, await backend.person());
    const ear = { address: "91.19.2.1" };
    const token = await begun(ear, id);
    await backdated(token, 60);
    const answers = await Promise.all(Array.from({ length: 100 }, () => beat(ear, token, id, 3, 30)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await rowOf(token)).toMatchObject({ heartbeats: 3, heard_seconds: 30, set_aside_reason: null });
    await beat(ear, token, id, 2, 20);
    expect(await rowOf(token)).toMatchObject({ heartbeats: 3, heard_seconds: 30 });
  });

  it("with different heartbeats at once ends with what the last one said", async () => {
    const { id } = await published(backend, await backend.person());
    const ear = { address: "91.19.2.9" };
    const token = await begun(ear, id);
    await backdated(token, 120);
    await Promise.all(Array.from({ length: 20 }, (_, index) => beat(ear, token, id, index + 1, (index + 1) * 5)));
    expect(await rowOf(token)).toMatchObject({ heartbeats: 20, heard_seconds: 100, set_aside_reason: null });
  });

  it("after the decision changes nothing, and says that the play is over", async () => {
    const { id } = await published(backend, await backend.person());
    const ear = { address: "91.19.3.1" };
    const token = await heard(ear, id, 20);
    await decideAll();
    expect(await (await beat(ear, token, id, 99, 180)).json()).toEqual({ data: { state: "closed" } });
    expect(await rowOf(token)).toMatchObject({ state: "set_aside", set_aside_reason: "not_long_enough" });
  });

  it("from another site, with nonsense, or without end is refused by name", async () => {
    const { id } = await published(backend, await backend.person());
    const elsewhere = { headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" } };
    expect((await begin(elsewhere, id)).status).toBe(403);
    for (const body of [
      "",
      "{",
      "[]",
      "null",
      `"${"x".repeat(20_000)}"`,
      { publicationId: "x", context: "page" },
      { publicationId: id, context: "download" },
    ])
      expect((await answerBegin(asked({}, "/plays", body))).status).toBe(400);
    const ear = { address: "91.19.4.1" };
    const token = await begun(ear, id);
    const wrong = [
      { parts: [[0, -1]] },
      { parts: [[0, Number.NaN]] },
      { number: 0 },
      { number: 1.5 },
      { parts: "all" },
      { clockSeconds: 1e99 },
    ];
    for (const more of wrong) expect((await beat(ear, token, id, 1, 5, more)).status, JSON.stringify(more)).toBe(400);
    const answer = await begin({}, "no id");
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ code: "invalid_input", errors: [{ pointer: "/publicationId" }] });
    const many = [];
    for (let count = 0; count < 130; count++) many.push((await begin(ear, id)).status);
    expect(many.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect((await begin({ address: "91.19.4.2" }, id)).status).toBe(201);
  });
});

describe("what is not public", () => {
  it("cannot be played: 410 for what was, 404 for what never was", async () => {
    const artist = await backend.person();
    const of = async (wanted = {}) => (await published(backend, artist, wanted)).id;
    const gone = [
      await of({ state: "withdrawn" }),
      await of({ state: "taken_down" }),
      await of({ expiresAt: new Date(0) }),
    ];
    const { id: deleted, sampleId } = await published(backend, artist);
    await sql`update samples set deleted_at = now() where id = ${sampleId}`;
    const { id: purged, sampleId: purgedSample } = await published(backend, artist);
    await sql`delete from samples where id = ${purgedSample}`;
    const suspended = await backend.person();
    const { id: ofSuspended } = await published(backend, suspended);
    await sql`update users set suspended_at = now() where id = ${suspended.userId}`;
    const leaving = await backend.person();
    const { id: ofLeaving } = await published(backend, leaving);
    await sql`update users set deletion_requested_at = now() where id = ${leaving.userId}`;
    for (const id of [...gone, deleted, purged, ofSuspended, ofLeaving])
      expect((await begin({ address: someAddress() }, id)).status).toBe(410);
    expect((await begin({}, randomUUID())).status).toBe(404);
  });
});

describe("a listener's data", () => {
  it("has their plays, and an account that is deleted leaves them to nobody", async () => {
    const { id } = await published(backend, await backend.person());
    const listener = await backend.person();
    const token = await heard({ person: listener }, id, 30);
    const exported = [];
    for await (const play of readPlays(listener.userId)) exported.push(play);
    expect(exported).toMatchObject([{ id: idOf(token), publicationId: id, title: "Rain on tin", heardSeconds: 30 }]);
    expect(JSON.stringify(exported)).not.toContain((await rowOf(token))?.listener_key);
    await sql`delete from users where id = ${listener.userId}`;
    expect(await rowOf(token)).toMatchObject({ user_id: null, heard_seconds: 30 });
  });
});
