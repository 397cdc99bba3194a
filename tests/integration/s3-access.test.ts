import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bucket, credentials, httpRefusal, type RunningStore, refusalOf, startStore } from "./s3-fixture";

/** Has the store's folder and nothing else. */
let surroundings: string;
let store: RunningStore;
let presigning: S3Client;
beforeAll(async () => {
  surroundings = await mkdtemp(join(tmpdir(), "s3-access-"));
  store = await startStore({ directory: join(surroundings, "store") });
  presigning = store.clientWith({ requestChecksumCalculation: "WHEN_REQUIRED" });
  await store.client.send(new PutObjectCommand({ Bucket, Key: "secret", Body: "contents" }));
});
afterAll(async () => {
  expect(store.surprises).toEqual([]);
  await store.stop();
  await rm(surroundings, { recursive: true, force: true });
});

const presignedGet = (options = {}) =>
  getSignedUrl(presigning, new GetObjectCommand({ Bucket, Key: "secret" }), options);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const contents = async () => {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket, Key: "secret" }));
  return Body?.transformToString();
};

/** Sends a request whose path no URL parser has normalised. */
function rawRequest(method: string, path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(store.endpoint);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method }, async (response) => {
      let body = "";
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, body });
    });
    request.on("error", reject);
    request.end();
  });
}

describe("a visitor", () => {
  it("without a signature is refused, whatever the request", async () => {
    for (const [method, path] of [
      ["GET", ""],
      ["GET", `/${Bucket}/secret`],
      ["HEAD", `/${Bucket}/secret`],
      ["GET", `/${Bucket}?list-type=2`],
      ["PUT", `/${Bucket}/secret`],
      ["DELETE", `/${Bucket}/secret`],
      ["POST", `/${Bucket}?delete`],
      ["PUT", "/new-bucket"],
    ]) {
      const body = method === "PUT" ? "stolen" : undefined;
      const response = await fetch(store.endpoint + path, { method, body });
      expect(response.status, `${method} ${path}`).toBe(403);
    }
    expect(await contents()).toBe("contents");
  });

  it("with a wrong secret, an unknown key or another region is refused", async () => {
    const list = (config: object) => refusalOf(store.clientWith(config).send(new ListBucketsCommand({})));
    const wrongSecret = { credentials: { ...credentials, secretAccessKey: "test-secret-kez" } };
    expect(await list(wrongSecret)).toEqual({ code: "SignatureDoesNotMatch", status: 403 });
    const unknownKey = { credentials: { ...credentials, accessKeyId: "somebody" } };
    expect(await list(unknownKey)).toEqual({ code: "InvalidAccessKeyId", status: 403 });
    expect((await list({ region: "eu-west-1" })).code).toBe("AuthorizationHeaderMalformed");
  });

  it("with a clock that is 16 minutes off is refused; 14 minutes are allowed", async () => {
    for (const minutes of [16, -16]) {
      const skewed = store.clientWith({ systemClockOffset: minutes * 60_000 });
      const refusal = await refusalOf(skewed.send(new DeleteObjectCommand({ Bucket, Key: "secret" })));
      expect(refusal).toEqual({ code: "RequestTimeTooSkewed", status: 403 });
    }
    const close = store.clientWith({ systemClockOffset: 14 * 60_000 });
    expect((await close.send(new ListBucketsCommand({}))).Buckets).toHaveLength(1);
  });
});

describe("a presigned URL", () => {
  it("works for what it was signed for", async () => {
    const response = await fetch(await presignedGet());
    expect(await response.text()).toBe("contents");
  });

  it("is refused once it has expired, before it is valid, and if valid for more than a week", async () => {
    const expired = await fetch(await presignedGet({ signingDate: minutesAgo(10), expiresIn: 60 }));
    expect(await httpRefusal(expired)).toEqual({ code: "AccessDenied", status: 403 });
    const early = await fetch(await presignedGet({ signingDate: minutesAgo(-20) }));
    expect(await httpRefusal(early)).toEqual({ code: "AccessDenied", status: 403 });
    const url = new URL(await presignedGet());
    url.searchParams.set("X-Amz-Expires", String(8 * 24 * 60 * 60));
    expect((await httpRefusal(await fetch(url))).code).toBe("AuthorizationQueryParametersError");
  });

  it("is refused for another key, method, query, expiry or date", async () => {
    const url = await presignedGet();
    const attempts: [string, RequestInit?][] = [
      [url.replace("/secret", "/secret2")],
      [url.replace("/secret", "/%73ecret2")],
      [url, { method: "PUT", body: "x" }],
      [url, { method: "DELETE" }],
      [`${url}&response-content-type=text%2Fhtml`],
      [url.replace("X-Amz-Expires=900", "X-Amz-Expires=9000")],
      [url.replace(/X-Amz-Signature=./, "X-Amz-Signature=g")],
      [url.replace(/&X-Amz-Signature=[0-9a-f]+/, "&X-Amz-Signature=")],
    ];
    for (const [attempt, init] of attempts) {
      const { status } = await fetch(attempt, init);
      expect([400, 403], attempt).toContain(status);
    }
    expect(await contents()).toBe("contents");
  });

  it("is refused with an x-amz header that was not signed", async () => {
    const url = await getSignedUrl(presigning, new PutObjectCommand({ Bucket, Key: "mine" }));
    const headers = { "x-amz-copy-source": `/${Bucket}/secret` };
    expect(await httpRefusal(await fetch(url, { method: "PUT", headers }))).toEqual({
      code: "AccessDenied",
      status: 403,
    });
    const meta = { "x-amz-meta-a": "b" };
    expect((await fetch(url, { method: "PUT", headers: meta, body: "x" })).status).toBe(403);
  });

  it("accepts the host it was signed for, or the one that a proxy reports", async () => {
    const publicClient = store.clientWith({ endpoint: "https://samples.example:8443/s3" });
    const url = new URL(await getSignedUrl(publicClient, new GetObjectCommand({ Bucket, Key: "secret" })));
    const behindProxy = await startStore({ basePath: "/s3", directory: store.directory });
    const inside = new URL(behindProxy.endpoint + url.pathname.slice("/s3".length) + url.search);
    expect((await fetch(inside)).status).toBe(403);
    const forwarded = await fetch(inside, { headers: { "x-forwarded-host": "samples.example:8443" } });
    expect(await forwarded.text()).toBe("contents");
    await behindProxy.stop();
  });
});

describe("a key that would leave the folder", () => {
  it.each(["..", "../x", "../../x", "a/../../x", "./a", "a/.", "/etc/passwd", "a//b"])("%j is refused", async (Key) => {
    const refusal = await refusalOf(store.client.send(new PutObjectCommand({ Bucket, Key, Body: "x" })));
    expect([400, 403]).toContain(refusal.status);
    const url = await getSignedUrl(presigning, new PutObjectCommand({ Bucket, Key }));
    expect([400, 403]).toContain((await fetch(url, { method: "PUT", body: "x" })).status);
    expect(await readdir(surroundings)).toEqual(["store"]);
  });

  it("is refused in every spelling", async () => {
    for (const path of [
      "/samples/../x",
      "/samples/%2e%2e/x",
      "/samples/%2E%2E%2Fx",
      "/../samples/x",
      "/samples/..%2f..%2fx",
    ]) {
      const { status, body } = await rawRequest("PUT", path);
      expect([400, 403], path).toContain(status);
      expect(body).toContain("<Code>");
    }
    expect((await rawRequest("GET", "/samples/%ff")).status).toBe(400);
  });

  it("is not a bucket either", async () => {
    for (const name of ["..", "a", "A-B", "a..b", "x".repeat(64)]) {
      const { status } = await refusalOf(store.client.send(new CreateBucketCommand({ Bucket: name })));
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe("a served object", () => {
  it("cannot run on the application's origin", async () => {
    const html = { Bucket, Key: "page", Body: "<script>alert(1)</script>", ContentType: "text/html" };
    await store.client.send(new PutObjectCommand(html));
    const response = await fetch(await getSignedUrl(presigning, new GetObjectCommand({ Bucket, Key: "page" })));
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    await response.body?.cancel();
  });
});
