import { GetObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bucket, credentials, httpRefusal, patternBytes, type RunningStore, refusalOf, startStore } from "./s3-fixture";

const LIMIT_BYTES = 100_000;
let store: RunningStore;
beforeAll(async () => {
  store = await startStore();
});
afterAll(async () => {
  expect(store.surprises).toEqual([]);
  await store.stop();
});

const presign = (more: Partial<PresignedPostOptions> = {}, client = store.client) =>
  createPresignedPost(client, {
    Bucket,
    Key: "posted/take.wav",
    Conditions: [["content-length-range", 10, LIMIT_BYTES]],
    ...more,
  });
type Signed = Awaited<ReturnType<typeof presign>>;

function post(
  signed: Signed,
  contents: Buffer | string,
  changes: Record<string, string | null> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...signed.fields, ...changes })) {
    if (value !== null) form.append(name, value);
  }
  form.append("file", new Blob([new Uint8Array(Buffer.from(contents))]), "take one.wav");
  return fetch(signed.url, { method: "POST", body: form });
}
const contentsOf = async (Key: string) => {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

describe("a form with a signed policy", () => {
  it("uploads a file, with the type and metadata it signs", async () => {
    const Fields = { "Content-Type": "audio/wav", "x-amz-meta-take": "3" };
    const bytes = patternBytes(LIMIT_BYTES);
    const response = await post(await presign({ Fields }), bytes);
    expect(response.status).toBe(204);
    expect((await contentsOf("posted/take.wav")).equals(bytes)).toBe(true);
    const head = await store.client.send(new HeadObjectCommand({ Bucket, Key: "posted/take.wav" }));
    expect(head).toMatchObject({ ContentType: "audio/wav", Metadata: { take: "3" } });
    expect(head.ETag).toBe(response.headers.get("etag"));
  });

  it("may leave the file name to the browser below a prefix, and answers as requested", async () => {
    const placeholder = ["$", "{filename}"].join("");
    const signed = await presign({ Key: `inbox/${placeholder}`, Fields: { success_action_status: "201" } });
    const response = await post(signed, "some audio bytes");
    expect(response.status).toBe(201);
    expect(await response.text()).toContain("<Key>inbox/take one.wav</Key>");
    expect((await contentsOf("inbox/take one.wav")).toString()).toBe("some audio bytes");
  });
});

describe("a form is refused", () => {
  const Key = "posted/refused.wav";
  const expectNothing = async () => expect((await refusalOf(contentsOf(Key))).code).toBe("NoSuchKey");

  it("with another key, an added or removed field, or another bucket than was signed", async () => {
    const signed = await presign({ Key, Fields: { "Content-Type": "audio/wav" } });
    const denied = { code: "AccessDenied", status: 403 };
    const tampered: Record<string, string | null>[] = [
      { key: "posted/other.wav" },
      { "Content-Type": "text/html" },
      { "Content-Type": null },
      { "x-amz-meta-added": "1" },
      { acl: "public-read" },
      { bucket: "elsewhere" },
    ];
    for (const changes of tampered) {
      expect(await httpRefusal(await post(signed, "some audio bytes", changes))).toEqual(denied);
    }
    await expectNothing();
  });

  it("without a signature, with a forged one, with a wrong secret or once expired", async () => {
    const signed = await presign({ Key });
    const policy = JSON.parse(Buffer.from(signed.fields.Policy ?? "", "base64").toString()) as {
      conditions: unknown[];
    };
    policy.conditions = policy.conditions.filter((condition) => !Array.isArray(condition));
    const forged = Buffer.from(JSON.stringify(policy)).toString("base64");
    const code = async (changes: Record<string, string | null>, by = signed) =>
      (await httpRefusal(await post(by, "some audio bytes", changes))).code;
    expect(await code({ Policy: forged })).toBe("SignatureDoesNotMatch");
    expect(await code({ "X-Amz-Signature": "0".repeat(64) })).toBe("SignatureDoesNotMatch");
    expect(await code({ "X-Amz-Signature": null })).toBe("AccessDenied");
    expect(await code({ Policy: null })).toBe("AccessDenied");
    const stranger = store.clientWith({ credentials: { ...credentials, secretAccessKey: "a wrong secret" } });
    expect(await code({}, await presign({ Key }, stranger))).toBe("SignatureDoesNotMatch");
    expect(await code({}, await presign({ Key, Expires: -5 }))).toBe("AccessDenied");
    await expectNothing();
  });

  it("with a file smaller or larger than its policy allows", async () => {
    const signed = await presign({ Key });
    expect((await httpRefusal(await post(signed, "too small"))).code).toBe("EntityTooSmall");
    const tooLarge = await httpRefusal(await post(signed, patternBytes(LIMIT_BYTES + 1)));
    expect(tooLarge).toEqual({ code: "EntityTooLarge", status: 400 });
    expect((await httpRefusal(await post(signed, patternBytes(20 * LIMIT_BYTES)))).code).toBe("EntityTooLarge");
    await expectNothing();
  });

  it("with a key that would leave the folder", async () => {
    const signed = await presign({ Key: "../../escape" });
    expect((await httpRefusal(await post(signed, "some audio bytes"))).code).toBe("InvalidURI");
  });
});
