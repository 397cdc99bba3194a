import { beforeAll, describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { startApp } from "@/tests/factories/running-app";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { saveArtist } = await import("@/lib/artists/mutations");
const { publishSample, editPublication, withdraw } = await import("@/lib/gallery/mutations");
const { suspendPerson, unsuspendPerson } = await import("@/lib/admin/people/mutations");
const { announce, renameSite } = await import("@/lib/admin/site/mutations");
const { setFlag } = await import("@/lib/flags/mutations");
const { indexSamples } = await import("@/lib/search-documents/jobs");

const admin = await backend.person("Admin");
const ada = await backend.person("Ada");
const bob = await backend.person("Bob");
const address = await startApp();

const RIGHTS = { licence: "cc-by", aiTraining: "not_allowed", allowsDownload: true } as const;

async function publish(person: Person, title: string): Promise<string> {
  const [sampleId = ""] = await writeSamples(sql, person.userId, [{ fileName: "a.wav", bpm: 128, kind: "loop" }]);
  await indexSamples([sampleId]);
  const made = await publishSample(person.ctx, { sampleId, title, ...RIGHTS });
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

/** What a browser without scripts shows, and whether the page is one that was kept: those have hashes and no nonce. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${address}${path}`, { headers });
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(answer.status).toBe(200);
  const text = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, "");
  return { text, isKept: policy.includes("'sha256-") && !policy.includes("nonce") };
}

/** Asks until the page is one that is kept. */
async function askUntilKept(path: string): Promise<string> {
  await ask(path);
  const { text, isKept } = await ask(path);
  expect(isKept).toBe(true);
  return text;
}

beforeAll(async () => {
  await saveArtist(ada.ctx, { handle: "ada-kept", name: "Ada Kept" });
});

describe("a stranger's question that others ask too", () => {
  const question = "/gallery?q=bpm%3A128";

  it("is answered by a kept page that shows each change with the next request", async () => {
    const id = await publish(ada, "Harbour");
    expect(await askUntilKept(question)).toContain("Harbour");
    const shows = async (words: string, isShown = true) => {
      const { text, isKept } = await ask(question);
      expect(text.includes(words), words).toBe(isShown);
      expect(isKept).toBe(true);
    };
    await publish(ada, "Lighthouse");
    await shows("Lighthouse");
    await editPublication(ada.ctx, { id, title: "Breakwater", ...RIGHTS });
    await shows("Breakwater");
    await shows("Harbour", false);
    await editPublication(ada.ctx, { id, title: "Breakwater", ...RIGHTS, licence: "cc0" });
    await shows("CC0 1.0");
    await saveArtist(ada.ctx, { handle: "ada-kept", name: "Ada Renamed" });
    await shows("Ada Renamed");
    await renameSite(admin.ctx, { name: "Sounds of the harbour" });
    await shows("Sounds of the harbour");
    await announce(admin.ctx, { text: "Closed on Sunday", level: "info", hours: null });
    await shows("Closed on Sunday");
    await announce(admin.ctx, { text: "", level: "info", hours: null });
    await shows("Closed on Sunday", false);
    await withdraw(ada.ctx, { id });
    await shows("Breakwater", false);
    await shows("Lighthouse");
    await suspendPerson(admin.ctx, { id: ada.userId });
    await shows("Lighthouse", false);
    await unsuspendPerson(admin.ctx, { id: ada.userId });
    await shows("Lighthouse");
  });

  it("shows nothing of whom an admin lets publish no more, as soon as this process knows", async () => {
    expect(await askUntilKept(question)).toContain("Lighthouse");
    const set = (enabled: boolean) =>
      setFlag(admin.ctx, { name: "gallery", enabled, roles: [], betaOnly: false, rolloutPercent: 100 });
    await set(false);
    await until(async () => !(await ask(question)).text.includes("Lighthouse"), "the switch");
    await set(true);
    await until(async () => (await ask(question)).text.includes("Lighthouse"), "the switch back");
  });

  it("ends by the clock as well", async () => {
    const id = await publish(ada, "For a moment");
    expect(await askUntilKept(question)).toContain("For a moment");
    await sql`update publications set expires_at = now() + interval '2 seconds' where id = ${id}`;
    expect((await ask(question)).text).toContain("For a moment");
    await until(async () => !(await ask(question)).text.includes("For a moment"), "the end of it");
  });

  it("is written in the language of whoever asks, under the address that was asked for", async () => {
    const [english, german] = [{ "accept-language": "en" }, { "accept-language": "de" }];
    for (let time = 0; time < 3; time++) {
      expect((await ask(question, english)).text).toContain("Found");
      expect((await ask(question, german)).text).toContain("Gefunden");
    }
  });
});

describe("somebody who is known", () => {
  it("gets a page of their own, and leaves none behind", async () => {
    const question = "/gallery?q=type%3Aloop";
    const cookies = [bob.cookie, "choices=density%3Dcompact", "next-auth.callback-url=x"];
    for (const cookie of cookies) {
      for (let time = 0; time < 3; time++) {
        const { text, isKept } = await ask(question, { cookie });
        expect(isKept, cookie).toBe(false);
        expect(text.includes("Open studio"), cookie).toBe(cookie === bob.cookie);
      }
    }
    // The first stranger is the first who asks.
    expect((await ask(question)).isKept).toBe(false);
    const stranger = await ask(question);
    expect(stranger.isKept).toBe(true);
    expect(stranger.text).not.toContain("Open studio");
    expect((await ask(question, { cookie: bob.cookie })).text).toContain("Open studio");
  });
});
