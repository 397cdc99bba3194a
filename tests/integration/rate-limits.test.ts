import { describe, expect, it } from "vitest";
import { RATE_LIMITS } from "@/lib/rate-limits/constants";
import { type Person, startBackend } from "@/tests/factories/backend";

const backend = await startBackend({ jobs: false });
const { takeRequest } = await import("@/lib/rate-limits/gate");
const { forgetExpiredCounters } = await import("@/lib/rate-limits/jobs");
const { listRateCounters } = await import("@/lib/rate-limits/data");
const { counterKey } = await import("@/lib/rate-limits/policy");
const { perMinute, perHour } = RATE_LIMITS.default;

const admin = await backend.person("the admin");
const listSamples = (person: Person | null, headers: HeadersInit = {}) =>
  backend.call(person, "/api/v1/samples", { headers });
const statuses = (answers: Response[]) => answers.map(({ status }) => status);
const count = (values: number[], value: number) => values.filter((one) => one === value).length;
/** Shifts the running windows, as if they had begun that much earlier. */
const age = (key: string, seconds: number) => backend.sql`
  update rate_limits set short_expires_at = short_expires_at - make_interval(secs => ${seconds}),
    long_expires_at = long_expires_at - make_interval(secs => ${seconds}) where key = ${key}`;
const keyOf = (person: Person) => `default:user:${person.userId}`;

describe("a person's requests", () => {
  it("are told what is left and, past the limit, when to come back", async () => {
    const person = await backend.person();
    const startedMs = performance.now();
    const first = await listSamples(person);
    expect(first.status).toBe(200);
    expect(first.headers.get("ratelimit-policy")).toBe(
      `"default";q=${perMinute};w=60, "default-hour";q=${perHour};w=3600`,
    );
    expect(first.headers.get("ratelimit")).toBe(
      `"default";r=${perMinute - 1};t=60, "default-hour";r=${perHour - 1};t=3600`,
    );
    expect(first.headers.get("retry-after")).toBeNull();
    for (let left = perMinute - 1; left > 0; left--) expect((await listSamples(person)).status).toBe(200);
    const refused = await listSamples(person);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(58 - (performance.now() - startedMs) / 1000);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ code: "rate_limited", status: 429, retryAfterSeconds: seconds });
  });

  it("are admitted again when the minute is over; refused ones cost nothing", async () => {
    const person = await backend.person();
    await Promise.all(Array.from({ length: perMinute + 15 }, () => listSamples(person)));
    await age(keyOf(person), 61);
    const answer = await listSamples(person);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("ratelimit")).toContain(`"default-hour";r=${perHour - perMinute - 1}`);
  });

  it("are counted separately for each person and kind of request", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    await Promise.all(Array.from({ length: perMinute + 1 }, () => listSamples(ada)));
    expect((await listSamples(ada)).status).toBe(429);
    expect((await listSamples(eve)).status).toBe(200);
    expect((await backend.call(ada, "/api/v1/uploads")).status).toBe(200);
    expect((await backend.call(ada, `/api/v1/samples?ids=${ada.userId}`)).status).toBe(200);
  });

  it("also count for paths that do not exist", async () => {
    const person = await backend.person();
    await Promise.all(Array.from({ length: perMinute }, () => backend.call(person, "/api/v1/nothing")));
    expect((await backend.call(person, "/api/v1/nothing")).status).toBe(429);
  });
});

describe("twenty requests at once", () => {
  it("for the last place admit one", async () => {
    const subject = { kind: "user", id: "nobody-in-particular" } as const;
    for (let taken = 0; taken < perMinute - 1; taken++) await takeRequest("default", subject);
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => takeRequest("default", subject)));
    expect(verdicts.filter(({ admitted }) => admitted)).toHaveLength(1);
    expect(verdicts.every(({ short }) => short.remaining === 0)).toBe(true);
  });

  it("as the very first make one counter", async () => {
    const subject = { kind: "user", id: "new here" } as const;
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => takeRequest("default", subject)));
    const left = verdicts.map(({ short }) => short.remaining).sort((a, b) => a - b);
    expect(left).toEqual(Array.from({ length: 20 }, (_, index) => perMinute - 20 + index));
  });

  it("just after a minute has ended share the next one", async () => {
    const subject = { kind: "user", id: "over and over" } as const;
    const burst = () => Promise.all(Array.from({ length: perMinute + 20 }, () => takeRequest("default", subject)));
    const admitted = (verdicts: Awaited<ReturnType<typeof burst>>) => verdicts.filter((one) => one.admitted).length;
    expect(admitted(await burst())).toBe(perMinute);
    await age(counterKey("default", subject), 61);
    expect(admitted(await burst())).toBe(perMinute);
  });
});

describe("an hour", () => {
  it("admits a thousand requests, however they are spread over its minutes", async () => {
    const subject = { kind: "user", id: "all day long" } as const;
    const key = counterKey("default", subject);
    let admitted = 0;
    for (let minute = 0; minute < 20; minute++) {
      const burst = await Promise.all(Array.from({ length: perMinute + 5 }, () => takeRequest("default", subject)));
      admitted += burst.filter((one) => one.admitted).length;
      await age(key, 61);
    }
    expect(admitted).toBe(perHour);
    const verdict = await takeRequest("default", subject);
    expect(verdict.admitted).toBe(false);
    expect(verdict.long.resetSeconds).toBeGreaterThan(2000);
    await age(key, 3600);
    expect((await takeRequest("default", subject)).admitted).toBe(true);
  });
});

describe("visitors", () => {
  it("are counted by address, ignoring the address that a client claims", async () => {
    const from = (address: string) => listSamples(null, { "x-forwarded-for": address });
    const burst = await Promise.all(Array.from({ length: perMinute }, () => from("198.51.100.7")));
    expect(count(statuses(burst), 401)).toBe(perMinute);
    expect(burst[0]?.headers.get("ratelimit")).toContain('"default";r=');
    expect((await from("198.51.100.7")).status).toBe(429);
    // The server's own entry is the last. Entries before it make no difference.
    expect((await from("203.0.113.9, 198.51.100.7")).status).toBe(429);
    expect((await from("198.51.100.8")).status).toBe(401);
  });

  it("of one IPv6 network count as one", async () => {
    const from = (address: string) => listSamples(null, { "x-forwarded-for": address });
    const burst = Array.from({ length: perMinute }, (_, index) => from(`2001:db8:0:7::${(index + 1).toString(16)}`));
    await Promise.all(burst);
    expect((await from("2001:db8:0:7:ffff::1")).status).toBe(429);
    expect((await from("2001:db8:0:8::1")).status).toBe(401);
  });

  it("who guess keys are stopped", async () => {
    const guess = () =>
      backend.callWithKey(`smk_${"x".repeat(43)}`, "/api/v1/samples", {
        headers: { "x-forwarded-for": "198.51.100.99" },
      });
    const burst = await Promise.all(Array.from({ length: perMinute + 10 }, guess));
    expect([count(statuses(burst), 401), count(statuses(burst), 429)]).toEqual([perMinute, 10]);
  });
});

describe("the live event stream", () => {
  it("counts as one request, however long it is open", async () => {
    const person = await backend.person();
    const abort = new AbortController();
    const stream = await backend.call(person, "/api/v1/events", { signal: abort.signal });
    expect(stream.headers.get("ratelimit")).toContain(`"studio";r=${RATE_LIMITS.studio.perMinute - 1}`);
    const [counter] =
      await backend.sql`select short_count from rate_limits where key = ${`studio:user:${person.userId}`}`;
    expect(counter?.short_count).toBe(1);
    abort.abort();
  });
});

describe("an admin", () => {
  it("sees who is refused, and nobody else does", async () => {
    const person = await backend.person();
    await Promise.all(Array.from({ length: perMinute + 50 }, () => listSamples(person)));
    const counters = await listRateCounters(admin.ctx.actor);
    expect(counters[0]).toMatchObject({
      rateClass: "default",
      subjectKind: "user",
      subject: person.userId,
      minuteCount: perMinute,
      refused: 50,
    });
    expect(counters.some(({ subjectKind, subject }) => subjectKind === "address" && subject.includes("::"))).toBe(true);
    await expect(listRateCounters(person.ctx.actor)).rejects.toThrow("forbidden");
  });
});

describe("counters", () => {
  it("that have ended are swept, and no others", async () => {
    const [kept, gone] = [await backend.person(), await backend.person()];
    await Promise.all([listSamples(kept), listSamples(gone)]);
    await age(keyOf(gone), 3601);
    expect(await forgetExpiredCounters()).toBeGreaterThan(0);
    const left = await backend.sql`select key from rate_limits where key in (${keyOf(kept)}, ${keyOf(gone)})`;
    expect(left.map(({ key }) => key)).toEqual([keyOf(kept)]);
  });

  it("do not wait for the disk", async () => {
    const [table] = await backend.sql`select relpersistence from pg_class where relname = 'rate_limits'`;
    expect(table?.relpersistence).toBe("u");
  });
});

describe("signing in", () => {
  it("is possible sixty times a minute from one address, then refused without checking the password", async () => {
    const { limitSignIn } = await import("@/lib/rate-limits/sign-in-limit");
    const attempt = (step: string, method = "POST") =>
      limitSignIn(
        new Request(`${backend.origin}/api/auth/${step}`, { method, headers: { "x-forwarded-for": "198.51.100.50" } }),
        step.split("/")[0],
      );
    const answers = await Promise.all(Array.from({ length: 100 }, () => attempt("callback/credentials")));
    expect(answers.filter((answer) => answer === null)).toHaveLength(RATE_LIMITS["sign-in"].perMinute);
    const refused = answers.find((answer) => answer !== null);
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({
      code: "rate_limited",
      url: expect.stringContaining("error=RateLimited"),
    });
    expect((await attempt("callback/google", "GET"))?.status).toBe(303);
    expect(await attempt("csrf", "GET")).toBeNull();
    expect(await attempt("signout")).toBeNull();
  });
});
