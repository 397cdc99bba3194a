import { afterEach, describe, expect, it, vi } from "vitest";
import { UploadError } from "./upload-error";
import { beginUpload, cancelUpload, completeUpload, listUnfinishedUploads, readUpload } from "./uploads-api";

const file = { fileName: "kick.wav", sizeBytes: 1, sha256: "0".repeat(64) };
const signal = () => new AbortController().signal;
const problem = (status: number, body: object, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/problem+json", ...headers } });

/** The server's answers in turn. Returns the requests that it got. */
function answerWith(...answers: (Response | Error)[]): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    requests.push(new Request(new URL(url, "http://localhost"), init));
    const next = answers.shift();
    if (!(next instanceof Response)) throw next ?? new Error("not expected");
    return next;
  });
  return requests;
}
afterEach(() => vi.unstubAllGlobals());

async function errorOf(call: Promise<unknown>): Promise<UploadError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UploadError)) throw new Error(`not an UploadError: ${error}`);
  return error;
}

describe("beginning an upload", () => {
  it("sends the file's key along", async () => {
    const ticket = { uploadId: "u", sampleId: "s", kind: "single", url: "http://localhost/put", headers: {} };
    const [asked, answer] = [answerWith(Response.json({ data: ticket }, { status: 201 })), beginUpload(file, "key-1")];
    expect(await answer).toEqual({ kind: "ticket", ticket });
    expect(asked[0]?.headers.get("idempotency-key")).toBe("key-1");
  });

  it("returns the sample that already has the bytes", async () => {
    answerWith(problem(409, { code: "already_owned", sampleId: "s-old" }));
    expect(await beginUpload(file, "k")).toEqual({ kind: "already_owned", sampleId: "s-old" });
  });

  it("reports a used-up quota in the server's words", async () => {
    const usedUp = { role: "free", allowed: 10, used: 10, renewsAt: null };
    answerWith(problem(403, { code: "quota_exceeded", detail: "All used.", quota: "uploads_per_day", ...usedUp }));
    const error = await errorOf(beginUpload(file, "k"));
    expect(error).toMatchObject({ message: "All used.", isRetryable: false });
    expect(error.usedUp).toEqual({ kind: "uploads_per_day", ...usedUp });
  });

  it("reports a server without room in the server's words, and does not ask again", async () => {
    answerWith(problem(507, { code: "no_room", detail: "Its disk is almost full." }));
    const error = await errorOf(beginUpload(file, "k"));
    expect(error).toMatchObject({ message: "Its disk is almost full.", isRetryable: false });
  });
});

describe("an error that another attempt may solve", () => {
  it("is a server that does not answer, is down, is busy, or is still working on the same request", async () => {
    answerWith(new TypeError("Failed to fetch"));
    expect(await errorOf(beginUpload(file, "k"))).toMatchObject({ isRetryable: true, code: "offline" });
    answerWith(problem(503, { code: "storage_unavailable" }));
    const away = await errorOf(beginUpload(file, "k"));
    expect(away).toMatchObject({ isRetryable: true, message: "File storage is not available." });
    answerWith(problem(429, { code: "rate_limited" }, { "retry-after": "3" }));
    expect(await errorOf(beginUpload(file, "k"))).toMatchObject({ isRetryable: true, retryAfterMs: 3000 });
    answerWith(problem(409, { code: "idempotency_in_progress" }));
    expect(await errorOf(completeUpload("u", "k", signal()))).toMatchObject({ isRetryable: true });
    answerWith(new Response("<html>", { status: 502 }));
    const strange = await errorOf(completeUpload("u", "k", signal()));
    expect(strange).toMatchObject({ isRetryable: true, code: "http_502" });
  });

  it("is not a refusal", async () => {
    answerWith(problem(409, { code: "incomplete", detail: "Not all bytes have arrived." }));
    const refused = await errorOf(completeUpload("u", "k", signal()));
    expect(refused).toMatchObject({ isRetryable: false, code: "incomplete", message: "Not all bytes have arrived." });
  });

  it("is not a request that was aborted", async () => {
    const controller = new AbortController();
    controller.abort(new Error("paused"));
    answerWith(new Error("paused"));
    await expect(readUpload("u", controller.signal)).rejects.toThrow("paused");
  });
});

describe("unfinished uploads", () => {
  it("are read to the last page", async () => {
    const asked = answerWith(
      Response.json({ data: [{ uploadId: "1" }], nextCursor: "c" }),
      Response.json({ data: [{ uploadId: "2" }], nextCursor: null }),
    );
    expect((await listUnfinishedUploads()).map(({ uploadId }) => uploadId)).toEqual(["1", "2"]);
    expect(asked.map(({ url }) => new URL(url).search)).toEqual(["?limit=200", "?limit=200&cursor=c"]);
  });

  it("count as cancelled if they no longer exist", async () => {
    answerWith(problem(404, { code: "not_found" }));
    await expect(cancelUpload("u")).resolves.toBeUndefined();
    answerWith(problem(409, { code: "already_complete" }));
    expect(await errorOf(cancelUpload("u"))).toMatchObject({ code: "already_complete" });
  });
});
