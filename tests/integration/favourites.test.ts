import { describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { call, sql } = backend;
const { deleteSamples, restoreSamples, setFavourite } = await import("@/lib/samples/mutations");
const { readSamples } = await import("@/lib/privacy/exports/lookups");

const path = (id: string) => `/api/v1/samples/${id}`;
const put = (person: Person | null, id: string, isFavourite: unknown) =>
  call(person, path(id), { method: "PATCH", json: { isFavourite } });
const isFavourite = async (person: Person, id: string) => (await backend.row(person, id))?.isFavourite;
const markedAt = async (id: string) =>
  (await sql<{ at: Date | null }[]>`select favourited_at as at from samples where id = ${id}`)[0]?.at;

/** What the owner's open pages were told about favourites. */
const told = (id: string) => sql<{ userId: string }[]>`
  select user_id as "userId" from live_events
  where payload ->> 'sampleId' = ${id} and payload ->> 'change' = 'favourite'`;

async function withSample() {
  const person = await backend.person();
  return { person, id: await backend.upload(person, tone(300)) };
}

describe("a favourite", () => {
  it("is set and unset by the API, and shown in the list and on the sample", async () => {
    const { person, id } = await withSample();
    expect(await isFavourite(person, id)).toBe(false);
    expect((await put(person, id, true)).status).toBe(204);
    expect(await isFavourite(person, id)).toBe(true);
    expect(await backend.data(call(person, path(id)))).toMatchObject({ isFavourite: true });
    expect((await put(person, id, false)).status).toBe(204);
    expect(await isFavourite(person, id)).toBe(false);
    expect((await put(person, id, "yes")).status).toBe(400);
  });

  it("reaches the owner's other pages once: setting it twice changes nothing", async () => {
    const { person, id } = await withSample();
    await put(person, id, true);
    const first = await markedAt(id);
    expect((await put(person, id, true)).status).toBe(204);
    expect(await markedAt(id)).toEqual(first);
    expect(await told(id)).toEqual([{ userId: person.userId }]);
    await put(person, id, false);
    expect((await put(person, id, false)).status).toBe(204);
    expect(await told(id)).toHaveLength(2);
  });

  it("is set once by two requests at the same time", async () => {
    const { person, id } = await withSample();
    const answers = await Promise.all([put(person, id, true), put(person, id, true)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await told(id)).toHaveLength(1);
  });

  it("cannot be set on another person's sample, nor with a key that may only read", async () => {
    const { person, id } = await withSample();
    const eve = await backend.person("Eve", { role: "enterprise" });
    expect((await put(eve, id, true)).status).toBe(404);
    expect((await put(null, id, true)).status).toBe(401);
    const withKey = async (scope: "samples:read" | "samples:update") => {
      const { secret } = await backend.apiKey(eve, { scopes: [scope] });
      return (await backend.callWithKey(secret, path(id), { method: "PATCH", json: { isFavourite: true } })).status;
    };
    expect(await withKey("samples:read")).toBe(403);
    expect(await withKey("samples:update")).toBe(404);
    expect(await isFavourite(person, id)).toBe(false);
  });

  it("cannot be set on a deleted sample, and is still there when the sample is restored", async () => {
    const { person, id } = await withSample();
    await put(person, id, true);
    await deleteSamples(person.ctx, { ids: [id] });
    expect(await setFavourite(person.ctx, { id, isFavourite: false })).toEqual({ ok: false, reason: "not_found" });
    await restoreSamples(person.ctx, { ids: [id] });
    expect(await isFavourite(person, id)).toBe(true);
  });

  it("is in the export of the person's data", async () => {
    const { person, id } = await withSample();
    await put(person, id, true);
    const exported = (await readSamples(person.userId).next()).value;
    expect(exported).toMatchObject({ id, favouritedAt: expect.any(Date) });
  });
});
