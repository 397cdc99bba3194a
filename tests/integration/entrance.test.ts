import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setImmediate as immediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { rawRequest } from "@/tests/factories/raw-http";
import { startApp } from "@/tests/factories/running-app";
import { tone } from "@/tests/factories/sounds";
import { expectSameTime } from "@/tests/factories/timing";
import { until } from "@/tests/factories/until";

await startBackend({ jobs: false });
const address = await startApp({ EMBEDDED_S3_DIR: `${process.env.TMPDIR}/s3`, TRUSTED_PROXY_HOPS: "1" });
const port = Number(new URL(address).port);
const MEGABYTE = 1024 * 1024;

const codeOf = (answer: { text: string }) => (JSON.parse(answer.text) as { code: string }).code;

/**
 * Offers a body of `megabytes` in chunks, without saying its size, until there is an answer. Returns what was answered and
 * how much went out.
 */
async function offer(path: string, megabytes: number): Promise<{ status: number; sentBytes: number }> {
  const socket = connect(port, "127.0.0.1").on("error", () => {});
  const head = `POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const piece = Buffer.alloc(64 * 1024, "x");
  const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
  let answer = "";
  socket.on("data", (data) => {
    answer += data.toString("latin1");
  });
  const closed = once(socket, "close").catch(() => {});
  const drained = () => Promise.race([once(socket, "drain").catch(() => {}), closed]);
  socket.write(head);
  for (let sent = 0; sent < megabytes * MEGABYTE && !answer && !socket.destroyed; sent += piece.length) {
    // Whoever only writes may be cut off before the answer is read.
    await (socket.write(chunk) ? immediate() : drained());
  }
  if (!answer && !socket.destroyed) {
    socket.end("0\r\n\r\n");
    await Promise.race([once(socket, "data").catch(() => {}), closed]);
  }
  socket.destroy();
  return { status: Number(answer.split(" ")[1]), sentBytes: socket.bytesWritten };
}

/** Sizes of the strangers' files that are on the disk now. */
async function strangersFiles(): Promise<number[]> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith("samplemind-analysis-"));
  const files = names.map((name) => stat(join(tmpdir(), name, "sound")).catch(() => null));
  return (await Promise.all(files)).flatMap((file) => (file ? [file.size] : []));
}

describe("a stranger's file", () => {
  it("is not held: it is written as it comes, and gone when its sender leaves", async () => {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.write("POST /api/try HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n");
    socket.write(Buffer.alloc(300_000, "x"));
    await until(async () => (await strangersFiles())[0] === 300_000, "the first part of the file");
    socket.destroy();
    await until(async () => (await strangersFiles()).length === 0, "the end of the file");
  });

  it("is cut off where it is too large", async () => {
    const { status, sentBytes } = await offer("/api/try", 300);
    expect(status).toBe(413);
    // Beyond the 20 MB, the 64 that are read and thrown away until the answer is read, and what was on the line.
    expect(sentBytes).toBeLessThan((20 + 64 + 24) * MEGABYTE);
    expect(await strangersFiles()).toEqual([]);
  });

  it("is measured", async () => {
    const answer = await rawRequest(address, "/api/try", { method: "POST", body: tone(440, 2) });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ data: { record: { pitch: { note: "A4" } } } });
    expect(await strangersFiles()).toEqual([]);
  });
});

describe("a request to upgrade", () => {
  it("is an ordinary request, for which the entrance stands", async () => {
    const upgrade = (path: string, more = "") =>
      `GET ${path} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade, close\r\nUpgrade: anything\r\n${more}\r\n`;
    const ask = async (request: string) => {
      const socket = connect(port, "127.0.0.1");
      socket.write(request);
      return Number((await text(socket)).split(" ")[1]);
    };
    expect(await ask(upgrade("/nowhere"))).toBe(404);
    expect(await ask(upgrade("/api/health"))).toBeLessThan(504);
    expect(await ask(upgrade("/nowhere", "X-A: 1\r\n".repeat(200)))).toBe(431);
  });
});

describe("a body that is too large", () => {
  it.each([
    ["/s3", MEGABYTE],
    ["/s3/", MEGABYTE],
    ["/api/auth/callback/credentials", 64 * 1024],
    ["/api/inngest", 4 * MEGABYTE],
    ["/api/v1/uploads/known", MEGABYTE],
    ["/api/health", MEGABYTE],
    ["/api/nowhere", MEGABYTE],
    ["/sign-in", MEGABYTE],
    ["/nowhere", MEGABYTE],
  ])("is refused while it arrives, before anybody is known (%s)", async (path, cap) => {
    const { status, sentBytes } = await offer(path, 60);
    expect(status).toBe(413);
    // Beyond the cap, what is thrown away until the answer is read, and what was on the line.
    expect(sentBytes).toBeLessThan(cap + 24 * MEGABYTE);
    // One that says its size, and waits to be told to go on, is not told to.
    const asking = connect(port, "127.0.0.1");
    asking.write(`POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Length: ${cap + 1}\r\nExpect: 100-continue\r\n\r\n`);
    const [answer] = await once(asking, "data");
    asking.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    const small = await rawRequest(address, path, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "{}",
    });
    expect(small.status).not.toBe(413);
  });

  it("may be sent to storage, which admits only what is signed", async () => {
    const answer = await rawRequest(address, "/s3/samplemind/x", { method: "PUT", body: Buffer.alloc(5 * MEGABYTE) });
    expect(answer.status).toBe(403);
  });
});

describe("bodies without an end", () => {
  it("are few from one address, and nobody else waits for them", async () => {
    const answers: string[] = [];
    const sockets = Array.from({ length: 120 }, () => {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      const head =
        "POST /sign-in HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: 203.0.113.66\r\nContent-Length: 1000000\r\n\r\n";
      socket.write(`${head}${"x".repeat(400_000)}`);
      socket.once("data", (data) => answers.push(String(data).split(" ")[1] ?? ""));
      return socket;
    });
    await expect.poll(() => answers.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(120 - 64);
    expect(new Set(answers)).toEqual(new Set(["429"]));
    const other = { "x-forwarded-for": "203.0.113.77", "content-type": "text/plain" };
    const elsewhere = await rawRequest(address, "/sign-in", {
      method: "POST",
      headers: other,
      body: "x".repeat(400_000),
    });
    expect(elsewhere.status).not.toBe(429);
    for (const socket of sockets) socket.destroy();
  });
});

describe("a head that makes work", () => {
  it("of 1,900 cookies costs what a plain one does", async () => {
    const cookie = Array.from({ length: 1900 }, (_, index) => `a${index.toString(36)}=1`).join(";");
    for (const path of ["/api/auth/session", "/sign-in"]) {
      const plain = () => rawRequest(address, path);
      await plain();
      // Without the list of known cookies it was more than twenty times as much.
      await expectSameTime(() => rawRequest(address, path, { headers: { cookie } }), plain, { factor: 6 });
    }
  });

  it("of thousands of parameters or headers, or of a page that has a thousand parts, is refused", async () => {
    const parts = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [index, ["", {}]]));
    const asked = {
      parameters: await rawRequest(address, `/?${"a&".repeat(4000)}`),
      headers: await rawRequest(address, "/", {
        headers: Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`h${index}`, "1"])),
      }),
      state: await rawRequest(address, "/", {
        headers: { rsc: "1", "next-router-state-tree": JSON.stringify(["", parts]) },
      }),
    };
    expect(Object.values(asked).map(({ status }) => status)).toEqual([414, 431, 400]);
  });

  it("that is broken is answered 4xx, with the headers of every answer", async () => {
    const paths = ["/", "/library", "/api/health", "/api/auth/session", "/api/v1/samples", "/s3/samplemind/x"];
    for (const path of [...paths, "/favicon.svg"]) {
      const answer = await rawRequest(address, path, { method: "TRACE" });
      expect([answer.status, answer.headers.allow], path).toEqual([405, expect.stringContaining("GET")]);
      expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
      expect(answer.headers["permissions-policy"]).toContain("camera=()");
    }
    expect((await rawRequest(address, "/favicon.svg", { method: "POST" })).status).toBe(405);
    const broken = [
      "/%ff",
      "/api/%ff",
      "/api/v1/%ff",
      "/api/v1/samples/%ff",
      "/api/auth/%ff",
      "/s3/samplemind/%ff",
      "*",
    ];
    for (const path of broken) expect((await rawRequest(address, path)).status, path).toBe(400);
    for (const state of ["garbage", "%ff", "{}", "[".repeat(5000)]) {
      const headers = { rsc: "1", "next-router-state-tree": state };
      const answer = await rawRequest(address, "/sign-in", { headers });
      expect([answer.status, codeOf(answer)], state).toEqual([400, "invalid_header"]);
    }
    const form = { "content-type": "multipart/form-data; boundary=x" };
    expect((await rawRequest(address, "/sign-in", { method: "POST", headers: form, body: "--x" })).status).toBe(400);
  });
});

describe("the health", () => {
  it("answers everybody who asks at once", async () => {
    const answers = await Promise.all(Array.from({ length: 150 }, () => rawRequest(address, "/api/health")));
    // The executor calls no function here, but it answers.
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text: body }) => body)).size).toBe(1);
  });
});
