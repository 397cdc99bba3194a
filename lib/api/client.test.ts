import { afterEach, describe, expect, it, vi } from "vitest";
import { apiAddress, callApi } from "./client";

const sent: { url: string; init: RequestInit }[] = [];

/** The server gives this answer, whatever it is asked. */
function answerWith(body: unknown, init: ResponseInit = {}): void {
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    sent.push({ url, init: request });
    return new Response(body === null ? null : JSON.stringify(body), init);
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
  sent.length = 0;
});

describe("a call", () => {
  it("goes where its declaration says, with its parts", async () => {
    answerWith({ data: { sampleId: "s", status: "uploaded" } });
    const answer = await callApi("POST /uploads/:id/complete", { params: { id: "a/b" }, idempotencyKey: "k" });
    expect(answer).toEqual({ ok: true, body: { data: { sampleId: "s", status: "uploaded" } } });
    const [{ url, init } = { url: "", init: {} }] = sent;
    expect([init.method, url]).toEqual(["POST", "/api/v1/uploads/a%2Fb/complete"]);
    expect(init.headers).toEqual({ accept: "application/json", "idempotency-key": "k" });
    expect(init.body).toBeUndefined();
  });

  it("sends a body as JSON", async () => {
    answerWith({ data: [] });
    await callApi("POST /uploads/known", { body: { sha256s: ["a"] } });
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: '{"sha256s":["a"]}' });
    expect(sent[0]?.init.headers).toHaveProperty("content-type", "application/json");
  });

  it("leaves out of the address what is not given", async () => {
    answerWith({ data: [], nextCursor: null });
    await callApi("GET /samples", { query: { ids: "a,b", cursor: undefined } });
    expect(sent[0]?.url).toBe("/api/v1/samples?ids=a%2Cb");
    expect(apiAddress("GET /events", {})).toBe("/api/v1/events");
  });

  it("has no body where there is none", async () => {
    answerWith(null, { status: 204 });
    expect(await callApi("DELETE /uploads/:id", { params: { id: "u" } })).toEqual({ ok: true, body: null });
  });

  it("is checked against the declaration when it is compiled", () => {
    const calls = [
      // @ts-expect-error There is no such operation.
      () => callApi("GET /nothing", {}),
      // @ts-expect-error The path has an id.
      () => callApi("DELETE /uploads/:id", {}),
      // @ts-expect-error The body lacks most of its members.
      () => callApi("POST /uploads", { body: { fileName: "x" } }),
      // @ts-expect-error Nothing can be shown with a POST.
      () => apiAddress("POST /uploads", {}),
    ];
    expect(calls).toHaveLength(4);
  });
});

describe("a refusal", () => {
  it("is the problem that the operation declares, with its members", async () => {
    answerWith({ code: "already_owned", sampleId: "s" }, { status: 409, headers: { "retry-after": "7" } });
    const answer = await callApi("POST /uploads", { body: { fileName: "x", sizeBytes: 1, sha256: "0" } });
    if (answer.ok || answer.problem?.code !== "already_owned") throw new Error("should be refused");
    expect(answer.problem.sampleId satisfies string).toBe("s");
    expect(answer).toMatchObject({ status: 409, retryAfterSeconds: 7 });
  });

  it("has no problem where something else than the API answered", async () => {
    for (const body of ["<html>", { error: "bad gateway" }, null]) {
      answerWith(body, { status: 502 });
      const answer = await callApi("GET /uploads", {});
      expect(answer).toEqual({ ok: false, status: 502, problem: null, retryAfterSeconds: null });
    }
  });
});
