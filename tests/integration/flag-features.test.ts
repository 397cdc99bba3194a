import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { CharacterPanes } from "@/components/samples/character-pane";
import { DropZone } from "@/components/upload/drop-zone";
import { VisualizerGate } from "@/components/visualizer/visualizer-gate";
import { houseDrums } from "@/db/seed/patterns";
import { encodeWav } from "@/db/seed/wav";
import { describeSound } from "@/lib/analysis/derived/description";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { type ExistingFlag, FLAG_NAMES, FLAGS, type FlagName } from "@/lib/flags/constants";
import type { SampleDetail } from "@/lib/samples/schema";
import { TRYOUT_PATH } from "@/lib/tryouts/constants";
import { announced, startBackend } from "@/tests/factories/backend";
import { markupOf } from "@/tests/factories/markup";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { call, data, sql } = backend;
const { removeOverride, setFlag, setOverride } = await import("@/lib/flags/mutations");
const { isFlagOn } = await import("@/lib/flags/data");
const { createApiKey } = await import("@/lib/api-keys/mutations");
const { asSystem } = await import("@/lib/audit/sources");
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { listChanged } = await import("@/lib/galaxy/jobs");
const { answerTryout } = await import("@/lib/tryouts/tryout-answer");
backend.services.origin.routes.push({ prefix: TRYOUT_PATH, handle: answerTryout });
const { indexSamples } = await import("@/lib/search-documents/jobs");
const { saveArtist } = await import("@/lib/artists/mutations");
const { findArtist } = await import("@/lib/artists/lookups");
const { publishSample } = await import("@/lib/gallery/mutations");
const { stateOfItem } = await import("@/lib/gallery/lookups");

const admin = await backend.person("the admin");
const ada = await backend.person("Ada", { role: "enterprise" });
const key = await backend.apiKey(ada, { scopes: ["samples:read", "samples:download"] });
const sampleId = await analyzedSample();
await indexSamples([sampleId]);

/** The address under which the sample was published. */
let publishedAs = "";

/** A frequency that gives new bytes. */
let hz = 300;
const nextHz = () => {
  hz += 7;
  return hz;
};

/** A real analysis, with labels added that are certain enough to be mentioned. */
async function analyzedSample(): Promise<string> {
  const id = await backend.upload(ada, encodeWav(houseDrums()), "drums.wav");
  expect(await backend.settled(ada, id)).toMatchObject({ status: "completed" });
  const record = (await sample(id)).record as AnalysisRecord;
  const labelled: AnalysisRecord = {
    ...record,
    genres: [{ label: "techno", confidence: 0.9 }],
    moods: [{ label: "aggressive", confidence: 0.9 }],
    instruments: [{ label: "cowbell", confidence: 0.9 }],
  };
  const stored = { ...labelled, ...describeSound(labelled) };
  await sql`update analyses set record = ${sql.json(stored)} where sample_id = ${id}`;
  return id;
}

async function sample(id = sampleId): Promise<SampleDetail> {
  return data<SampleDetail>(call(ada, `/api/v1/samples/${id}`));
}

/**
 * Everything shown about the sample: its page's data and record, both as a program gets them, and the rendered pane.
 */
async function everythingSaid(): Promise<string[]> {
  const detail = await sample();
  const paths = [`/api/v1/samples/${sampleId}`, `/api/v1/samples/${sampleId}/features`];
  const answers = await Promise.all(paths.flatMap((path) => [call(ada, path), backend.callWithKey(key.secret, path)]));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(detail.record).not.toBeNull();
  const pane = markupOf(createElement(CharacterPanes, { record: detail.record as AnalysisRecord }));
  return [...texts, pane];
}

/** Whether all of them mention it. Fails if only some do. */
async function isSaid(word: RegExp): Promise<boolean> {
  const said = (await everythingSaid()).map((text) => word.test(text));
  expect(new Set(said).size, `${word} in ${said}`).toBe(1);
  return said[0] === true;
}

async function codeOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(403);
  return ((await answer.json()) as { code: string }).code;
}

/** True if the request succeeded. If it was refused, checks that the reason is given. */
async function isLetThrough(answer: Response): Promise<boolean> {
  if (answer.status < 400) {
    // A download that nobody reads would keep its place.
    await answer.body?.cancel();
    return true;
  }
  expect(await codeOf(answer)).toBe("feature_off");
  return false;
}

/** Names of the stream's events up to the second `last`. After each `last`, one more change is made. */
async function eventsUntil(last: string): Promise<string[]> {
  const abort = new AbortController();
  const answer = await call(ada, "/api/v1/events", { signal: abort.signal });
  expect(answer.status).toBe(200);
  const names: string[] = [];
  const decoder = new TextDecoder();
  let changes = 0;
  for await (const chunk of answer.body ?? []) {
    const text = decoder.decode(chunk, { stream: true });
    names.push(...[...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1] ?? ""));
    const seen = names.filter((name) => name === last).length;
    if (seen >= 2) break;
    if (!names.includes("ready") || changes > seen) continue;
    changes += 1;
    await inTransaction(asSystem(), (work) =>
      work.publish("sample.status_changed", { sampleId, ownerId: ada.userId, status: "completed" }),
    );
  }
  abort.abort();
  return names;
}

/** Whether the feature works for Ada now, checked everywhere it appears. */
const works: Record<ExistingFlag, () => Promise<boolean>> = {
  async "folder-upload"() {
    const bytes = tone(nextHz());
    const begin = (folderPath: string) =>
      call(ada, "/api/v1/uploads", { method: "POST", json: { ...announced(bytes), folderPath } });
    const isTaken = await isLetThrough(await begin("drums/kicks"));
    // A single file is always accepted.
    if (!isTaken) expect((await begin("")).status).toBe(201);
    const zone = { onFiles: () => undefined, onDropped: () => undefined, compact: false };
    const page = markupOf(createElement(DropZone, { ...zone, takesFolders: await has("folder-upload") }));
    expect(page.includes("Choose a folder")).toBe(isTaken);
    expect(page).toContain("Choose files");
    return isTaken;
  },
  async "server-folders"() {
    const isOffered = await isLetThrough(await call(ada, "/api/v1/imports/choices"));
    // What was added before stays to be seen, and can be ended.
    expect((await call(ada, "/api/v1/imports")).status).toBe(200);
    return isOffered;
  },
  async spectrogram() {
    const address = (await sample()).spectrogramUrl;
    const isShown = await isLetThrough(await call(ada, `/api/v1/samples/${sampleId}/spectrogram`));
    expect(address !== null).toBe(isShown);
    expect(await isLetThrough(await backend.callWithKey(key.secret, `/api/v1/samples/${sampleId}/spectrogram`))).toBe(
      isShown,
    );
    expect((await call(ada, `/api/v1/samples/${sampleId}/peaks`)).status).toBe(200);
    return isShown;
  },
  async "original-download"() {
    const { downloadUrl, audioUrl } = await sample();
    const isSaved = await isLetThrough(await call(ada, `/api/v1/samples/${sampleId}/audio?download=1`));
    expect(downloadUrl !== null).toBe(isSaved);
    const others = [`samples/${sampleId}/copy`, `samples/${sampleId}/region`, `downloads/archive?ids=${sampleId}`];
    for (const path of others) expect(await isLetThrough(await call(ada, `/api/v1/${path}`))).toBe(isSaved);
    // Listening stays possible.
    expect((await call(ada, audioUrl ?? "")).status).toBe(302);
    return isSaved;
  },
  async "tag-writeback"() {
    const isGiven = await isLetThrough(await call(ada, `/api/v1/samples/${sampleId}/copy`));
    expect((await sample()).copyUrl !== null).toBe(isGiven);
    const json = { selection: { ids: [sampleId] }, withTags: true };
    const archive = await call(ada, "/api/v1/downloads/archive", { method: "POST", json });
    expect(await isLetThrough(archive)).toBe(isGiven);
    // Without tags it stays possible.
    const plain = await call(ada, `/api/v1/downloads/archive?ids=${sampleId}`);
    expect(plain.status).toBe(200);
    await plain.body?.cancel();
    return isGiven;
  },
  async "genre-mood-tags"() {
    const isShown = await isSaid(/techno/i);
    expect(await isSaid(/aggressive/i)).toBe(isShown);
    expect(await isSaid(/cowbell/i)).toBe(true);
    return isShown;
  },
  async "instrument-tags"() {
    const isShown = await isSaid(/cowbell/i);
    expect(await isSaid(/techno/i)).toBe(true);
    return isShown;
  },
  async descriptions() {
    const { record } = await sample();
    const texts = (await everythingSaid()).slice(0, -1);
    const told = texts.map((text) => /It sounds like techno/.test(text));
    expect(new Set(told).size).toBe(1);
    expect(record?.description !== null).toBe(told[0]);
    expect(record?.tags).toContain("techno");
    return told[0] === true;
  },
  async similarity() {
    const paths = [
      `/api/v1/samples/${sampleId}/similar`,
      `/api/v1/samples/${sampleId}/fits`,
      `/api/v1/search?like=${sampleId}`,
    ];
    const all = await Promise.all(paths.map(async (path) => isLetThrough(await call(ada, path))));
    all.push(
      await isLetThrough(await call(ada, "/api/v1/search/similar", { method: "POST", json: { ids: [sampleId] } })),
    );
    // Nobody has such a sound, which is said only while it may be asked for.
    all.push((await call(ada, `/api/v1/search/sounds/${randomUUID()}`)).status === 404);
    expect(new Set(all).size).toBe(1);
    // Words are searched all the same.
    expect((await call(ada, "/api/v1/search?q=drums")).status).toBe(200);
    return all[0] === true;
  },
  async "hybrid-search"() {
    const both = await isLetThrough(await call(ada, `/api/v1/search?q=drums&like=${sampleId}`));
    // Each by itself, and a sound with filters.
    for (const query of ["q=drums", `like=${sampleId}`, `like=${sampleId}&q=type:loop`]) {
      expect((await call(ada, `/api/v1/search?${query}`)).status).toBe(200);
    }
    return both;
  },
  async galaxy() {
    const paths = ["galaxy", "galaxy/labels", `galaxy/path?from=${sampleId}&to=${sampleId}`];
    const all = await Promise.all(paths.map(async (path) => isLetThrough(await call(ada, `/api/v1/${path}`))));
    // Where nobody may see places, none are made.
    await sql`insert into galaxies (owner_id, changed_at) values (${ada.userId}, now())
      on conflict (owner_id) do update set changed_at = now()`;
    all.push((await listChanged(100)).includes(ada.userId));
    expect(new Set(all).size).toBe(1);
    return all[0] === true;
  },
  async gallery() {
    const rights = { licence: "cc0", aiTraining: "allowed", allowsDownload: false } as const;
    const answered = await saveArtist(ada.ctx, { handle: "ada-here", name: "Ada" })
      .then(() => publishSample(ada.ctx, { sampleId, title: "Drums", ...rights }))
      .catch((error: Error) => {
        expect(error.message).toContain("gallery is switched off");
        return null;
      });
    if (answered?.ok) publishedAs = answered.value.slug;
    const isOn = answered !== null;
    // What is public already follows the switch as well.
    expect(await stateOfItem({ slug: publishedAs })).toBe(isOn ? "shown" : "gone");
    expect((await findArtist("ada-here")) === "gone").toBe(!isOn);
    return isOn;
  },
  async "tag-suggestions"() {
    const path = `/api/v1/samples/${sampleId}/tag-suggestions`;
    const isShown = await isLetThrough(await call(ada, path));
    expect(await isLetThrough(await backend.callWithKey(key.secret, path))).toBe(isShown);
    expect(await isLetThrough(await call(ada, path, { method: "POST", json: { reject: ["never seen"] } }))).toBe(
      isShown,
    );
    return isShown;
  },
  async "live-progress"() {
    return (await eventsUntil("dashboard")).includes("sample");
  },
  async "live-dashboard"() {
    return (await eventsUntil("sample")).slice(0, -1).includes("dashboard");
  },
  async batches() {
    const isShown = await isLetThrough(await call(ada, "/api/v1/batches"));
    const headers = { "idempotency-key": randomUUID() };
    const wanted = { kind: "upload", name: "many" };
    const begun = await call(ada, "/api/v1/batches", { method: "POST", json: wanted, headers });
    expect(await isLetThrough(begun)).toBe(isShown);
    return isShown;
  },
  async visualizer() {
    const gate = { sampleId, fileName: "drums.wav", isOn: await has("visualizer"), isAnalyzed: true };
    const page = markupOf(createElement(VisualizerGate, gate, "the picture"));
    expect(page.includes("turned off")).toBe(!page.includes("the picture"));
    return page.includes("the picture");
  },
  async "try-without-account"() {
    // An override is of a person. What strangers get is in try-it.test.ts.
    const body = Buffer.from(tone(nextHz()));
    return isLetThrough(await call(ada, TRYOUT_PATH, { method: "POST", body }));
  },
  async "shared-collections"() {
    const make = await call(ada, "/api/v1/collections", { method: "POST", json: { name: "Ours" } });
    const { data: collection } = (await make.json()) as { data: { id: string } };
    const path = `/api/v1/collections/${collection.id}`;
    const share = (what: string, json: object) => call(ada, `${path}/${what}`, { method: "POST", json });
    const isShared = await isLetThrough(await share("links", {}));
    expect(await isLetThrough(await share("members", { email: "eve@example.com", role: "view" }))).toBe(isShared);
    // One's own collections stay.
    expect((await call(ada, path)).status).toBe(200);
    return isShared;
  },
  async api() {
    const wanted = { name: "one more", scopes: ["samples:read" as const], expiresInDays: 1 };
    const isUsable = await isLetThrough(await backend.callWithKey(key.secret, "/api/v1/samples"));
    const made = await createApiKey(ada.ctx, wanted).then(
      ({ ok }) => ok,
      (error: Error) => expect(error.message).toContain("api is switched off"),
    );
    expect(made === true).toBe(isUsable);
    // The account's own pages do not count as a program.
    expect((await call(ada, "/api/v1/samples")).status).toBe(200);
    return isUsable;
  },
};

/** Resets the counters: this test is not about the rate limit. */
async function worksNow(flag: ExistingFlag): Promise<boolean> {
  await sql`delete from rate_limits`;
  return works[flag]();
}

const has = (flag: FlagName) => isFlagOn(ada.ctx.actor, flag);
const setOn = (name: FlagName, enabled: boolean) =>
  setFlag(admin.ctx, { name, enabled, roles: [], betaOnly: false, rolloutPercent: 100 });
const existing = FLAG_NAMES.filter((name) => FLAGS[name].exists) as ExistingFlag[];

describe("switching a feature", () => {
  it.each(existing)("%s: off removes it, on brings it back, and an override decides for one person", async (flag) => {
    expect(Object.keys(works), `nothing shows that ${flag} switches anything`).toContain(flag);
    expect(await worksNow(flag)).toBe(true);
    await setOn(flag, false);
    expect(await worksNow(flag)).toBe(false);
    await setOverride(admin.ctx, { flag, email: ada.email, enabled: true });
    expect(await worksNow(flag)).toBe(true);
    await setOn(flag, true);
    await setOverride(admin.ctx, { flag, email: ada.email, enabled: false });
    expect(await worksNow(flag)).toBe(false);
    await removeOverride(admin.ctx, { flag, userId: ada.userId });
    expect(await worksNow(flag)).toBe(true);
  });

  it("is tested for every feature that exists", () => {
    expect(Object.keys(works).sort()).toEqual([...existing].sort());
  });

  it("leaves the stored record unchanged", async () => {
    await sql`delete from rate_limits`;
    for (const flag of ["genre-mood-tags", "instrument-tags", "descriptions"] as const) await setOn(flag, false);
    const { record } = await sample();
    expect(record).toMatchObject({ genres: null, moods: null, instruments: null, description: null });
    expect(record?.notApplicable.genres?.code).toBe("switched_off");
    const [stored] = await sql<{ record: AnalysisRecord }[]>`select record from analyses where sample_id = ${sampleId}`;
    expect(stored?.record.genres).toEqual([{ label: "techno", confidence: 0.9 }]);
    expect(stored?.record.description).toContain("techno");
    for (const flag of ["genre-mood-tags", "instrument-tags", "descriptions"] as const) await setOn(flag, true);
  });
});

describe("live events with both of their flags off", () => {
  it("are refused, and open streams end at once", async () => {
    const answer = await call(ada, "/api/v1/events");
    const reader = answer.body?.getReader();
    await reader?.read();
    await setOn("live-progress", false);
    await setOn("live-dashboard", false);
    await until(async () => (await reader?.read())?.done === true, "the end of the stream", 10);
    expect(await codeOf(await call(ada, "/api/v1/events"))).toBe("feature_off");
    await setOn("live-progress", true);
    await setOn("live-dashboard", true);
  });
});

describe("a key's event stream", () => {
  it("ends when the API is switched off for its owner", async () => {
    const answer = await backend.callWithKey(key.secret, "/api/v1/events");
    const reader = answer.body?.getReader();
    await reader?.read();
    await setOverride(admin.ctx, { flag: "api", email: ada.email, enabled: false });
    await until(async () => (await reader?.read())?.done === true, "the end of the stream", 10);
    await removeOverride(admin.ctx, { flag: "api", userId: ada.userId });
  });
});
