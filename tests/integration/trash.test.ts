import { describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { call, sql } = backend;
const { deleteSamples, purgeSamples, restoreSamples } = await import("@/lib/samples/mutations");
const { listTrashPage } = await import("@/lib/samples/trash/data");
const { UNDO_WINDOW_SECONDS } = await import("@/lib/samples/constants");

interface Trashed {
  id: string;
  deletedAt: string;
  goesAt: string;
}

const trashOf = (person: Person) => backend.data(call(person, "/api/v1/trash")) as Promise<Trashed[]>;
const post = (person: Person, what: "restore" | "purge", ids: string[]) =>
  backend.data(call(person, `/api/v1/trash/${what}`, { method: "POST", json: { ids } })) as Promise<{ ids: string[] }>;
const rowsOf = (id: string) => sql`select id from samples where id = ${id}`;
const forgotten = (id: string) => sql`select object_key from object_deletions where object_key like ${`%${id}%`}`;

async function withSamples(count: number) {
  const person = await backend.person();
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push(await backend.upload(person, tone(200 + 10 * index)));
  return { person, ids };
}

describe("the trash", () => {
  it("has what was deleted, says when it goes, and gives it back", async () => {
    const { person, ids } = await withSamples(1);
    const [id = ""] = ids;
    expect((await call(person, `/api/v1/samples/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await call(person, `/api/v1/samples/${id}`, { method: "DELETE" })).status).toBe(404);
    const [row] = await trashOf(person);
    expect(row?.id).toBe(id);
    expect(Date.parse(row?.goesAt ?? "") - Date.parse(row?.deletedAt ?? "")).toBe(UNDO_WINDOW_SECONDS * 1000);
    expect(await post(person, "restore", [id])).toEqual({ ids: [id] });
    expect(await trashOf(person)).toEqual([]);
    expect((await backend.row(person, id))?.id).toBe(id);
  });

  it("removes for good what is in it, with the object, and nothing that is not", async () => {
    const { person, ids } = await withSamples(2);
    const [deleted = "", kept = ""] = ids;
    await deleteSamples(person.ctx, { ids: [deleted] });
    expect(await post(person, "purge", [deleted, kept])).toEqual({ ids: [deleted] });
    expect(await rowsOf(deleted)).toHaveLength(0);
    expect(await forgotten(deleted)).toHaveLength(1);
    expect(await rowsOf(kept)).toHaveLength(1);
    expect(await post(person, "restore", [deleted])).toEqual({ ids: [] });
    const audited = await sql`select 1 from audit_entries where action = 'sample.purged' and target_id = ${deleted}`;
    expect(audited).toHaveLength(1);
  });

  it("is nobody else's", async () => {
    const { person, ids } = await withSamples(1);
    await deleteSamples(person.ctx, { ids });
    const eve = await backend.person("Eve");
    expect(await trashOf(eve)).toEqual([]);
    expect((await purgeSamples(eve.ctx, { ids })).value.ids).toEqual([]);
    expect((await restoreSamples(eve.ctx, { ids })).value.ids).toEqual([]);
    expect(await trashOf(person)).toHaveLength(1);
  });

  it("comes in pages that skip and repeat nothing, and leaves out what can no longer be restored", async () => {
    const { person, ids } = await withSamples(4);
    await deleteSamples(person.ctx, { ids });
    const owner = person.ctx.actor.id;
    const first = await listTrashPage(owner, { limit: 3, after: null });
    const second = await listTrashPage(owner, { limit: 3, after: first.next });
    expect([...first.rows, ...second.rows].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(second.next).toBeNull();
    await sql`update samples set deleted_at = now() - make_interval(secs => ${UNDO_WINDOW_SECONDS}) where id = ${ids[0] ?? ""}`;
    expect(await trashOf(person)).toHaveLength(3);
  });
});
