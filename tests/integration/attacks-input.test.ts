import { request as rawRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { cookiesOf, forgedRequests, isSessionCookie } from "@/tests/factories/forged-requests";
import { writeSamples } from "@/tests/factories/library";
import { startApp } from "@/tests/factories/running-app";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { saveArtist } = await import("@/lib/artists/mutations");
const { writeComment } = await import("@/lib/comments/mutations");
const { publishSample } = await import("@/lib/gallery/mutations");
const { presignGet } = await import("@/lib/platform/s3-presign");
const address = await startApp();
const { get, signIn, callAction } = forgedRequests(address);
const { sql } = backend;

const MARKUP = `"><script>pwned(1)</script><img src=x onerror=pwned(2)>'`;
const runs = (html: string) =>
  /<script>pwned|<img src=x|onerror=pwned\(\d\)>/i.test(html.replaceAll("\\u003c", "&lt;"));

describe("markup", () => {
  it("in names of files, folders, people and keys is shown as text on every page", async () => {
    const person = await backend.person(MARKUP, { role: "admin" });
    await sql`update users set name = ${MARKUP} where id = ${person.userId}`;
    await backend.apiKey(person, { name: MARKUP.slice(0, 90) });
    const sampleId = await backend.upload(person, tone(500), `${MARKUP}.wav`);
    const pages = ["/dashboard", "/library", `/samples/${sampleId}`, "/settings", "/settings/api-keys", "/admin/users"];
    let shown = 0;
    for (const path of [...pages, `/admin/users/${person.userId}`, "/admin/jobs?state=waiting", "/admin/storage"]) {
      const html = await (await get(path, { cookie: person.cookie })).text();
      expect(runs(html), path).toBe(false);
      if (html.includes("pwned")) shown += 1;
    }
    expect(shown).toBeGreaterThan(3);
  });

  it("in what is public is shown as text to strangers, on every page and in the player for other sites", async () => {
    const person = await backend.person("Ada");
    const links = [{ label: MARKUP.slice(0, 30), url: "https://example.org/" }];
    expect(await saveArtist(person.ctx, { handle: "pwned", name: MARKUP, bio: MARKUP, links })).toMatchObject({
      ok: true,
    });
    const [sampleId = ""] = await writeSamples(sql, person.userId, [{ fileName: "a.wav", kind: "loop" }]);
    const rights = { licence: "cc-by", aiTraining: "allowed", allowsDownload: true } as const;
    const texts = { title: MARKUP, description: MARKUP, tags: [MARKUP.slice(0, 40)] };
    const made = await publishSample(person.ctx, { sampleId, ...texts, ...rights });
    if (!made.ok) throw new Error(made.reason);
    const { id, slug } = made.value;
    expect(await writeComment(person.ctx, { publicationId: id, text: MARKUP })).toMatchObject({ ok: true });
    const pages = ["/gallery", `/gallery/${slug}`, `/gallery/${slug}/report`, "/artists/pwned", `/embed/${id}`];
    for (const path of pages) {
      const answer = await get(path);
      const html = await answer.text();
      expect(answer.status, path).toBe(200);
      expect(runs(html), path).toBe(false);
      expect(html, path).toContain("pwned(1)");
    }
  });

  it("in a URL does not become part of the page", async () => {
    const { cookie } = await backend.person();
    const query = encodeURIComponent(MARKUP);
    const paths = ["/sign-in?error=", "/sign-in?next=/", "/register?x=", "/library?q=", "/settings?link=", "/nowhere/"];
    for (const path of paths) {
      for (const headers of [undefined, { cookie }])
        expect(runs(await (await get(path + query, headers)).text()), path).toBe(false);
    }
  });
});

describe("metacharacters", () => {
  const HOSTILE = [
    "' or '1'='1",
    "'; drop table users; --",
    "%",
    "_",
    "\\",
    '"',
    "\u0000",
    "$1",
    "a".repeat(5000),
    "[]",
  ];

  it("of SQL in any parameter find nothing of others and break nothing", async () => {
    const owner = await backend.person();
    await backend.begin(owner, tone(610), "others.wav");
    const { cookie } = await backend.person();
    for (const text of HOSTILE) {
      await sql`delete from rate_limits`;
      const value = encodeURIComponent(text);
      const names = ["ids", "q", "sort", "order", "status", "cursor", "limit", "page"];
      for (const path of [...names.map((name) => `/api/v1/samples?${name}=${value}`), `/api/v1/samples/${value}`]) {
        const answer = await get(path, { cookie });
        expect(answer.status, path).toBeLessThan(500);
        expect(await answer.text(), path).not.toContain("others.wav");
      }
      const page = await get(`/library?q=${value}&sort=${value}`, { cookie });
      expect(page.status, text).toBe(200);
      expect(await page.text()).not.toContain("others.wav");
    }
    expect(await sql`select 1 from users limit 1`).toHaveLength(1);
  });

  it("in an e-mail address or password sign nobody in", async () => {
    for (const text of HOSTILE.slice(0, 4)) {
      const answer = await signIn({ email: `a@example.com${text}`, password: text });
      expect(cookiesOf(answer).filter(isSessionCookie)).toEqual([]);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe("an unexpected field in a body", () => {
  it("makes nobody an admin", async () => {
    const email = `grabber-${Date.now()}@example.com`;
    const input = {
      name: "Grabber",
      email,
      password: "correct horse battery staple",
      role: "admin",
      isDemo: true,
      isBeta: true,
    };
    await callAction("lib/accounts/actions.ts registerAction", input, { origin: address });
    const person = await backend.person();
    const smuggled = { role: "admin", userId: person.userId, ownerId: person.userId, status: "completed" };
    const json = { ...JSON.parse(JSON.stringify({ fileName: "a.wav", sizeBytes: 100 })), ...smuggled };
    const headers = { cookie: person.cookie, "content-type": "application/json" };
    await get("/api/v1/uploads", headers, { method: "POST", body: JSON.stringify(json) });
    const rows = await sql`select role, is_beta, is_demo from users where email in (${email}, ${person.email})`;
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toEqual({ role: "free", is_beta: false, is_demo: false });
    expect(await sql`select 1 from samples where owner_id = ${person.userId} and status <> 'uploading'`).toEqual([]);
  });

  it("cannot reach a prototype", async () => {
    const person = await backend.person();
    const headers = { cookie: person.cookie, "content-type": "application/json", origin: backend.origin };
    for (const body of [
      '{"__proto__":{"role":"admin","isPolluted":true},"sha256s":[]}',
      '{"constructor":{"prototype":{"isPolluted":true}},"sha256s":[]}',
    ]) {
      const answer = await fetch(`${backend.origin}/api/v1/uploads/known`, { method: "POST", headers, body });
      expect(answer.status).toBeLessThan(500);
      expect(Reflect.get({}, "isPolluted")).toBeUndefined();
      expect(
        (await get("/api/v1/uploads/known", { ...headers, origin: address }, { method: "POST", body })).status,
      ).toBeLessThan(500);
    }
  });

  it("is refused if it is too large, even if its size is not declared", async () => {
    const person = await backend.person();
    const headers = { cookie: person.cookie, "content-type": "application/json" };
    const large = JSON.stringify({ sha256s: ["0".repeat(1_200_000)] });
    const streamed = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large));
        controller.close();
      },
    });
    for (const body of [large, streamed]) {
      const init = { method: "POST", body, duplex: "half" } as RequestInit;
      const answer = await get("/api/v1/uploads/known", headers, init);
      expect([400, 413]).toContain(answer.status);
      expect(await answer.text()).not.toContain("000000");
    }
    const name = "lib/samples/actions.ts rememberHiddenLayersAction";
    const sent = { cookie: person.cookie, origin: address };
    // The server may close the connection before everything was sent.
    const answer = await callAction(name, { hidden: ["x".repeat(1_200_000)] }, sent).catch(() => null);
    expect(answer?.status ?? 413).toBeGreaterThanOrEqual(400);
    expect((await callAction(name, { hidden: [] }, sent)).status).toBe(200);
  });
});

describe("a download", () => {
  it("keeps a hostile file name from adding headers", async () => {
    const person = await backend.person();
    const fileName = `a"\r\nSet-Cookie: pwned=1\r\n\r\n<script>;filename=b.html`;
    const sampleId = await backend.upload(person, tone(700), fileName);
    const [key = ""] = await backend.objectKeys(`originals/${sampleId}`);
    const { fileName: kept } = (await backend.row(person, sampleId)) ?? { fileName: "" };
    expect(kept).toContain("<script>");
    for (const name of [kept, fileName]) {
      const url = await presignGet({
        key,
        origin: backend.origin,
        issuedTo: person.userId,
        contentType: "audio/wav",
        fileName: name,
      });
      await expectPlainAttachment(await fetch(url, { redirect: "manual" }));
    }
  });

  async function expectPlainAttachment(file: Response) {
    await file.arrayBuffer();
    expect(file.status).toBe(200);
    expect(file.headers.get("set-cookie")).toBeNull();
    expect(file.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[^"\r\n;]*"; filename\*=UTF-8''[^;\s"]*$/,
    );
    expect(file.headers.get("content-type")).toMatch(/^audio\//);
  }
});

describe("paths", () => {
  /** Sends paths as they are: `fetch` would normalise them. */
  const raw = (path: string, cookie: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { port } = new URL(address);
      rawRequest({ host: "127.0.0.1", port, path, headers: { cookie } }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      })
        .on("error", reject)
        .end();
    });

  it("cannot leave the object store's folder", async () => {
    const { cookie } = await backend.person();
    const climbs = ["../", "%2e%2e/", "%2e%2e%2f", "..%2f", "..%5c", "....//", "%252e%252e%252f"];
    for (const climb of climbs) {
      for (const path of [`/s3/samplemind/${climb.repeat(6)}etc/passwd`, `/s3/${climb.repeat(8)}etc/passwd`]) {
        const { status, text } = await raw(path, cookie);
        expect([307, 308, 400, 403, 404], path).toContain(status);
        expect(text, path).not.toContain("root:");
      }
    }
  });

  it("after sign-in are only our own", async () => {
    const person = await backend.person();
    const elsewhere = [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/%2f/evil.example",
      "javascript:alert(1)",
    ];
    for (const next of [...elsewhere, "/\t/evil.example", "/..//evil.example"]) {
      const answer = await get(`/sign-in?next=${encodeURIComponent(next)}`, { cookie: person.cookie });
      expect(answer.status, next).toBe(307);
      expect(new URL(answer.headers.get("location") ?? "", address).origin, next).toBe(address);
      const signedIn = await signIn({ email: person.email, password: person.password, callbackUrl: next });
      const { url } = (await signedIn.json()) as { url: string };
      expect(new URL(url, address).hostname, next).not.toContain("evil");
    }
  });
});
