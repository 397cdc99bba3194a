import { Hono } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { ApiEnv } from "./api-env";
import type { AnyOperation, AnyOutcome } from "./operation";

vi.hoisted(() => {
  vi.stubEnv("NEXT_PHASE", "phase-production-build");
  vi.stubEnv("LOG_LEVEL", "silent");
});

const rowDto = z.object({ id: z.string(), inner: z.object({ shown: z.number() }) });
const row = { id: "a", inner: { shown: 1, secret: "no" }, ownerId: "also no" };
const shown = { id: "a", inner: { shown: 1 } };

afterEach(() => vi.resetModules());

/** What a caller gets where an operation with this response comes to this outcome. */
async function answerTo(outcome: AnyOutcome, kind: "json" | "page" = "json", errors = {}): Promise<Response> {
  const { json, page } = await import("./responses");
  const { writeOutcome } = await import("./write-outcome");
  const { problemOf } = await import("./problem");
  const operation: AnyOperation = {
    method: "GET",
    path: "/rows",
    summary: "Shows rows.",
    scope: "samples:read",
    rateClass: "default",
    response: kind === "json" ? json(rowDto) : page(rowDto),
    errors,
    handle: async () => outcome,
  };
  const app = new Hono<ApiEnv>().get("/rows", (c) => writeOutcome(c, operation, outcome));
  app.onError(problemOf);
  return app.request("/rows");
}

describe("an answer", () => {
  it("has no member that its schema does not name, at any depth", async () => {
    expect(await (await answerTo({ ok: true, value: row })).json()).toEqual({ data: shown });
    const paged = await answerTo({ ok: true, value: { data: [row], nextCursor: null, total: 1 } }, "page");
    expect(await paged.json()).toEqual({ data: [shown], nextCursor: null });
  });

  it("that does not match its schema fails here, and is not taken for a mistake of the caller", async () => {
    const answer = await answerTo({ ok: true, value: { id: 1 } });
    expect([answer.status, (await answer.json()).code]).toEqual([500, "internal"]);
  });

  it("that does not match its schema is sent all the same in production", async () => {
    vi.stubEnv("NODE_ENV", "production");
    const answer = await answerTo({ ok: true, value: { id: 1 } });
    vi.stubEnv("NODE_ENV", "test");
    expect([answer.status, await answer.json()]).toEqual([200, { data: { id: 1 } }]);
  });
});

describe("a refusal", () => {
  const members = z.object({ left: z.number() });
  const errors = { used_up: { status: 403, title: "Used up", detail: "Wait.", members } };

  it("is a problem document with its declared members, and no others", async () => {
    const answer = await answerTo({ ok: false, reason: "used_up", members: { left: 0, secret: "no" } }, "json", errors);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toEqual({
      type: "urn:samplemind:problem:used_up",
      title: "Used up",
      status: 403,
      code: "used_up",
      detail: "Wait.",
      left: 0,
    });
  });

  it("says what it has to say of this very request instead of what is always said", async () => {
    const outcome: AnyOutcome = { ok: false, reason: "used_up", detail: "Wait 3 s.", members: { left: 0 } };
    expect(await (await answerTo(outcome, "json", errors)).json()).toMatchObject({ detail: "Wait 3 s." });
  });

  it("that is not declared is our mistake", async () => {
    expect((await answerTo({ ok: false, reason: "made_up" })).status).toBe(500);
  });
});
