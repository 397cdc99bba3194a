import { readdir, stat } from "node:fs/promises";
import { constants, getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { electricKeys, houseDrums } from "@/db/seed/patterns";
import { encodeWav } from "@/db/seed/wav";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import { RATE_LIMITS } from "@/lib/rate-limits/constants";
import { TRYOUT_BYTES_MAX, TRYOUT_PATH } from "@/lib/tryouts/constants";
import type { TriedSound, TryoutLine } from "@/lib/tryouts/tried-sound";
import { startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";
import { toneRecording, wav } from "@/tests/fixtures/container-files";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { answerTryout } = await import("@/lib/tryouts/tryout-answer");
const { tryoutPool } = await import("@/lib/analysis/worker/pool");
const { setFlag } = await import("@/lib/flags/mutations");
backend.services.origin.routes.push({ prefix: TRYOUT_PATH, handle: answerTryout });
const admin = await backend.person("the admin");

interface Sending {
  /** Whose address it is. */
  from?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Sends a file as a visitor's browser does. */
function send(
  body: Uint8Array | ReadableStream<Uint8Array>,
  { from = "192.0.2.1", headers = {}, signal }: Sending = {},
) {
  return fetch(`${backend.origin}${TRYOUT_PATH}`, {
    method: "POST",
    headers: { origin: backend.origin, "x-forwarded-for": from, ...headers },
    body: body instanceof Uint8Array ? Buffer.from(body) : body,
    duplex: "half",
    ...(signal ? { signal } : {}),
  } as RequestInit);
}

async function tried(body: Uint8Array): Promise<TriedSound> {
  const answer = await send(body);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return ((await answer.json()) as { data: TriedSound }).data;
}

async function refusal(sent: Promise<Response>) {
  const answer = await sent;
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const { status, code, detail, failure } = (await answer.json()) as Record<string, string>;
  expect(detail, "says what to do").toBeTruthy();
  expect(answer.status).toBe(Number(status));
  return { status, code, ...(failure ? { failure } : {}) };
}

/** Folders of this process in which files are measured. */
async function folders(): Promise<string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => name.startsWith("samplemind-analysis-") && name.includes(`-${process.pid}-`));
}

/** A body that brings the first bytes of a file and then waits. */
function unfinished() {
  let finish = () => {};
  const bytes = tone(300, 1);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, 1000));
      finish = () => {
        controller.enqueue(bytes.slice(1000));
        controller.close();
      };
    },
  });
  return { body, finish: () => finish() };
}

/** Rows of each table. What counts requests is no file. */
async function rows(): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'
      and table_type = 'BASE TABLE' and table_name <> 'rate_limits' order by 1`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => [name, (await sql`select count(*)::int as n from ${sql(name)}`)[0]?.n as number]),
  );
  return Object.fromEntries(counts);
}

beforeEach(async () => {
  await sql`delete from rate_limits`;
});

describe("a stranger's file", () => {
  it("is measured: a loop has its tempo, metre and loudness, and a waveform", async () => {
    const { record, peaks } = await tried(encodeWav(houseDrums()));
    expect(record.tempo?.bpm).toBeCloseTo(124, 0);
    expect(record.tempo?.confidence).toBeGreaterThan(0.5);
    expect(record.tempo?.alternatives.length).toBeGreaterThan(0);
    expect(record.meter?.beatsPerBar).toBe(4);
    expect(record.kind?.label).toBe("loop");
    expect(record.loudness.integratedLufs).toBeLessThan(0);
    expect(record.loudness.truePeakDbtp).not.toBeNull();
    const bytes = Buffer.from(peaks, "base64");
    const { durationSeconds, levels } = decodePeaks(new Uint8Array(bytes).buffer);
    expect(durationSeconds).toBeCloseTo(record.durationSeconds, 3);
    expect(levels).toHaveLength(1);
    expect(peaks.length).toBeLessThan(17_000);
  });

  it("is measured: chords have their key, and a tone its note", async () => {
    expect((await tried(encodeWav(electricKeys()))).record.key).toMatchObject({ tonic: "F#", mode: "minor" });
    expect((await tried(tone(440, 2))).record.pitch?.note).toBe("A4");
  });

  it("leaves nothing: no file, no row, no object", async () => {
    const before = { rows: await rows(), objects: await backend.objectKeys("") };
    const { record } = await tried(encodeWav(houseDrums()));
    expect(await folders()).toEqual([]);
    expect({ rows: await rows(), objects: await backend.objectKeys("") }).toEqual(before);
    // By these two it could be found again.
    expect([record.embedding, record.fingerprint]).toEqual([null, null]);
  });

  it("is on the disk for its own process only, and outside the data folder", async () => {
    const file = unfinished();
    const answer = send(file.body);
    const [folder = ""] = await until(async () => {
      const found = await folders();
      return found.length > 0 && found;
    }, "a folder");
    expect((await stat(join(tmpdir(), folder))).mode & 0o077).toBe(0);
    file.finish();
    expect((await answer).status).toBe(200);
    expect(await folders()).toEqual([]);
  });

  it("is measured behind what others want of the processor", async () => {
    await tried(tone(600));
    const { pids } = tryoutPool().stats();
    expect(pids.map((pid) => getPriority(pid))).toEqual([constants.priority.PRIORITY_BELOW_NORMAL]);
  });

  it("is told about on the way, if that is asked for", async () => {
    const answer = await send(encodeWav(houseDrums()), { headers: { accept: "application/x-ndjson" } });
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await answer.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as TryoutLine);
    const phases = lines.flatMap((line) => ("phase" in line ? [line.phase] : []));
    expect([phases[0], phases.at(-1)]).toEqual(["waiting", "finishing"]);
    const last = lines.at(-1);
    expect(last && "data" in last && last.data.record.tempo?.bpm).toBeCloseTo(124, 0);
    const wrong = await send(Buffer.from("la la la"), { headers: { accept: "application/x-ndjson" } });
    expect(await wrong.text()).toContain('"code":"cannot_be_measured"');
  });
});

describe("a file that cannot be measured", () => {
  const tenMinutes = () => wav(toneRecording(601, 8000, 1));
  const thirty = () => {
    let left = 30;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(1024 ** 2));
        else controller.close();
      },
    });
  };

  it.each<[string, () => Uint8Array | ReadableStream<Uint8Array>, object]>([
    [
      "that is text",
      () => Buffer.from("la la la la la"),
      { status: 422, code: "cannot_be_measured", failure: "not_audio" },
    ],
    ["that is empty", () => new Uint8Array(0), { status: 422, code: "cannot_be_measured", failure: "empty_file" }],
    ["of more than 20 MB", () => Buffer.alloc(TRYOUT_BYTES_MAX + 1), { status: 413, code: "too_large" }],
    ["of more than 20 MB that does not say so", thirty, { status: 413, code: "too_large" }],
    ["of more than ten minutes", tenMinutes, { status: 422, code: "too_long" }],
    ["of silence", () => silence(), { status: 422, code: "silent" }],
  ])("%s is refused by name, and deleted", async (_, body, expected) => {
    expect(await refusal(send(body()))).toEqual(expected);
    expect(await folders()).toEqual([]);
  });

  it("because the upload ended in the middle leaves no file, and its place is free", async () => {
    const leaving = new AbortController();
    const sent = send(unfinished().body, { signal: leaving.signal }).catch(() => "gone");
    await until(async () => (await folders()).length > 0, "a folder");
    leaving.abort();
    expect(await sent).toBe("gone");
    await until(async () => (await folders()).length === 0, "the end of the folder");
    await tried(tone(500));
  });
});

describe("strangers", () => {
  it("may try some files a minute from one address; the next is told when to come back", async () => {
    const { perMinute } = RATE_LIMITS.tryout;
    for (let count = 0; count < perMinute; count++) expect((await send(tone(200 + count))).status).toBe(200);
    const sixth = await send(tone(700));
    expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refusal(Promise.resolve(sixth))).toEqual({ status: 429, code: "rate_limited" });
    expect((await send(tone(700), { from: "192.0.2.9" })).status).toBe(200);
  });

  it("share what the instance gives all of them", async () => {
    const { perHour } = RATE_LIMITS["tryouts-in-all"];
    await send(tone(200));
    await sql`update rate_limits set long_count = ${perHour} where key like 'tryouts-in-all:%'`;
    const answer = await send(tone(300), { from: "192.0.2.9" });
    expect(answer.headers.get("retry-after")).not.toBeNull();
    expect(await refusal(Promise.resolve(answer))).toEqual({ status: 429, code: "too_many_in_all" });
  });

  it("are two at once: the third is told that it is busy, and one address has one place", async () => {
    const [first, second] = [unfinished(), unfinished()];
    const sent = [send(first.body, { from: "192.0.2.1" }), send(second.body, { from: "192.0.2.2" })];
    await until(async () => (await folders()).length === 2, "two files");
    const third = await send(tone(300), { from: "192.0.2.3" });
    expect(third.headers.get("retry-after")).toBe("5");
    expect(await refusal(Promise.resolve(third))).toEqual({ status: 429, code: "busy" });
    first.finish();
    expect((await sent[0])?.status).toBe(200);
    expect(await refusal(send(tone(300), { from: "192.0.2.2" }))).toEqual({ status: 429, code: "busy" });
    expect((await send(tone(300), { from: "192.0.2.3" })).status).toBe(200);
    second.finish();
    expect((await sent[1])?.status).toBe(200);
  });

  it("are sent away kindly where it is switched off, or on for some people only", async () => {
    const settings = { enabled: true, roles: [], betaOnly: false, rolloutPercent: 100 };
    for (const change of [{ enabled: false }, { rolloutPercent: 50 }, { betaOnly: true }]) {
      await setFlag(admin.ctx, { name: "try-without-account", ...settings, ...change });
      expect(await refusal(send(tone(300)))).toEqual({ status: 403, code: "feature_off" });
    }
    await setFlag(admin.ctx, { name: "try-without-account", ...settings });
    expect((await send(tone(300))).status).toBe(200);
  });

  it("are shown no labels that an admin has switched off", async () => {
    await setFlag(admin.ctx, {
      name: "instrument-tags",
      enabled: false,
      roles: [],
      betaOnly: false,
      rolloutPercent: 100,
    });
    const { record } = await tried(encodeWav(houseDrums()));
    expect([record.instruments, record.notApplicable.instruments?.code]).toEqual([null, "switched_off"]);
  });

  it("cannot be made to send a file by another site", async () => {
    const sent = send(tone(300), { headers: { origin: "https://example.com" } });
    expect(await refusal(sent)).toEqual({ status: 403, code: "forbidden" });
  });
});

function silence(): Uint8Array {
  return wav({ ...toneRecording(1, 8000, 1, 0) });
}
