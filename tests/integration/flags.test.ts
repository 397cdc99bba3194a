import { describe, expect, it } from "vitest";
import type { FlagName } from "@/lib/flags/constants";
import type { SetFlag } from "@/lib/flags/schema";
import { bundle } from "@/scripts/bundle.mjs";
import { type Person, startBackend } from "@/tests/factories/backend";
import { Service } from "@/tests/factories/executor-process";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false, plans: true });
const { sql } = backend;
const { setFlag, setOverride, removeOverride } = await import("@/lib/flags/mutations");
const { flagsOf, isFlagOn, listFlags } = await import("@/lib/flags/data");
const { liveChannel } = await import("@/lib/platform/live-channel");

const admin = await backend.person("the admin");
const settings = (name: FlagName, other: Partial<SetFlag> = {}): SetFlag => ({
  ...{ name, enabled: true, roles: [], betaOnly: false, rolloutPercent: 100 },
  ...other,
});
const set = (name: FlagName, other: Partial<SetFlag> = {}) => setFlag(admin.ctx, settings(name, other));
const has = (person: Person, flag: FlagName) => isFlagOn(person.ctx.actor, flag);
const entries = async (flag: FlagName) => {
  const rows = await sql<{ action: string; actorId: string; before: unknown; after: unknown }[]>`
    select action, actor_id as "actorId", before, after from audit_entries
    where target_type = 'flag' and target_id = ${flag} order by seq`;
  return [...rows];
};

describe("a change of a flag", () => {
  it("needs the permission to manage flags, without exception", async () => {
    for (const role of ["free", "pro", "studio", "enterprise"] as const) {
      const { ctx, email, userId } = await backend.person(role, { role });
      expect(ctx.actor.role).toBe(role);
      await expect(setFlag(ctx, settings("gallery"))).rejects.toThrow("forbidden");
      await expect(setOverride(ctx, { flag: "gallery", email, enabled: true })).rejects.toThrow("forbidden");
      await expect(removeOverride(ctx, { flag: "gallery", userId })).rejects.toThrow("forbidden");
      await expect(listFlags(ctx.actor)).rejects.toThrow("forbidden");
    }
    expect(await entries("gallery")).toEqual([]);
  });

  it("is recorded with before and after; if nothing changes, nothing is recorded", async () => {
    await set("webhooks", { roles: ["enterprise", "pro"], rolloutPercent: 40 });
    await set("webhooks", { roles: ["pro", "enterprise"], rolloutPercent: 40 });
    await set("webhooks", { enabled: false });
    const first = { enabled: true, roles: ["pro", "enterprise"], betaOnly: false, rolloutPercent: 40 };
    const actorId = admin.userId;
    expect(await entries("webhooks")).toEqual([
      {
        action: "flag.changed",
        actorId,
        before: { enabled: false, roles: [], betaOnly: false, rolloutPercent: 100 },
        after: first,
      },
      {
        action: "flag.changed",
        actorId,
        before: first,
        after: { enabled: false, roles: [], betaOnly: false, rolloutPercent: 100 },
      },
    ]);
  });

  it("is recorded in an unbroken chain when many are made at once", async () => {
    await Promise.all([10, 20, 30, 40, 50, 60].map((rolloutPercent) => set("releases", { rolloutPercent })));
    const changes = await entries("releases");
    expect(changes).toHaveLength(6);
    for (let index = 1; index < changes.length; index += 1) {
      expect(changes[index]?.before).toEqual(changes[index - 1]?.after);
    }
  });

  it("of an unknown flag, role or share is refused", async () => {
    await expect(set("teleport" as FlagName)).rejects.toThrow();
    await expect(set("gallery", { roles: ["root" as "admin"] })).rejects.toThrow();
    for (const rolloutPercent of [-1, 101, 0.5, Number.NaN]) {
      await expect(set("gallery", { rolloutPercent })).rejects.toThrow();
    }
  });
});

describe("a flag", () => {
  it("is on for the roles, beta users and share that it is set for", async () => {
    const [free, pro] = [await backend.person(), await backend.person("Pro", { role: "pro" })];
    await set("visualizer", { roles: ["pro"] });
    expect([await has(free, "visualizer"), await has(pro, "visualizer")]).toEqual([false, true]);
    await set("visualizer", { betaOnly: true });
    expect([await has(free, "visualizer"), await has(pro, "visualizer")]).toEqual([false, false]);
    await sql`update users set is_beta = true where id = ${free.userId}`;
    expect([await has(free, "visualizer"), await has(pro, "visualizer")]).toEqual([true, false]);
    await set("visualizer", { rolloutPercent: 0 });
    expect([await has(free, "visualizer"), await has(pro, "visualizer")]).toEqual([false, false]);
  });

  it("follows a person's override until it is removed; the audit names them only by id", async () => {
    const [ada, eve] = [await backend.person("Ada"), await backend.person("Eve")];
    await set("descriptions", { enabled: false });
    expect(
      await setOverride(admin.ctx, { flag: "descriptions", email: ` ${ada.email.toUpperCase()} `, enabled: true }),
    ).toEqual({
      ok: true,
      value: { userId: ada.userId },
    });
    expect([await has(ada, "descriptions"), await has(eve, "descriptions")]).toEqual([true, false]);
    const listed = (await listFlags(admin.ctx.actor)).find(({ name }) => name === "descriptions");
    expect(listed?.overrides).toEqual([{ userId: ada.userId, name: "Ada", email: ada.email, enabled: true }]);
    expect(await removeOverride(admin.ctx, { flag: "descriptions", userId: ada.userId })).toEqual({
      ok: true,
      value: null,
    });
    expect(await removeOverride(admin.ctx, { flag: "descriptions", userId: ada.userId })).toMatchObject({ ok: false });
    expect(await has(ada, "descriptions")).toBe(false);
    const changes = (await entries("descriptions")).filter(({ action }) => action !== "flag.changed");
    expect(changes.map(({ action, before, after }) => [action, before, after])).toEqual([
      ["flag.override_set", { userId: ada.userId, enabled: null }, { userId: ada.userId, enabled: true }],
      ["flag.override_removed", { userId: ada.userId, enabled: true }, { userId: ada.userId, enabled: null }],
    ]);
    expect(JSON.stringify(changes)).not.toContain(ada.email);
  });

  it("cannot be overridden for somebody who does not exist", async () => {
    const answer = await setOverride(admin.ctx, { flag: "descriptions", email: "nobody@example.com", enabled: true });
    expect(answer).toEqual({ ok: false, reason: "no_such_person" });
  });

  it("of a feature that is only planned is not listed", async () => {
    const listed = (await listFlags(admin.ctx.actor)).map(({ name }) => name);
    expect(listed).toContain("spectrogram");
    expect(listed).not.toContain("releases");
  });

  it("that no longer exists is ignored", async () => {
    await sql`insert into feature_flags (name, enabled, roles) values ('long-gone', true, '{}')`;
    expect((await listFlags(admin.ctx.actor)).map(({ name }) => String(name))).not.toContain("long-gone");
    expect([...(await flagsOf(admin.ctx.actor))].map(String)).not.toContain("long-gone");
  });
});

describe("several processes", () => {
  it("all see a change, cache what they read, and read again after losing their connection", async () => {
    const main = await bundle("tests/factories/flag-reader.ts");
    const readers = await Promise.all([1, 2].map(() => new Service([main]).start()));
    const person = await backend.person();
    const ask = (path: string) => Promise.all(readers.map(async (reader) => (await fetch(`${reader}${path}`)).text()));
    const asked = () => ask(`/?flag=visualizer&user=${person.userId}`);
    const all = (answer: boolean) => async () => (await asked()).every((one) => one === String(answer));
    const allListen = async () => (await ask("/listening")).every((one) => one === "true");

    expect(await asked()).toEqual(["false", "false"]);
    await until(allListen, "both processes listening");
    await set("visualizer");
    await until(all(true), "the change in both processes");
    await setOverride(admin.ctx, { flag: "visualizer", email: person.email, enabled: false });
    await until(all(false), "the override in both processes");
    await removeOverride(admin.ctx, { flag: "visualizer", userId: person.userId });
    await until(all(true), "the end of the override in both processes");

    // Written without the verbs, so that nobody is notified: the earlier value is still the answer.
    await sql`update feature_flags set enabled = false where name = 'visualizer'`;
    expect(await asked()).toEqual(["true", "true"]);
    const cut = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'samplemind-listener' and datname = current_database()`;
    expect(cut.length).toBeGreaterThanOrEqual(2);
    await until(all(false), "the change that was missed, in both processes");
    await until(allListen, "both processes listening again");
    await sql`update feature_flags set enabled = true where name = 'visualizer'`;
    await sql`notify feature_flags`;
    await until(all(true), "the change that was announced, in both processes");
  });

  it("are not delayed by the process that made the change, which sees it at once", async () => {
    const person = await backend.person();
    await until(() => liveChannel().isListening, "this process listening");
    for (const enabled of [true, false, true, false]) {
      await set("play-stats", { enabled });
      expect(await has(person, "play-stats")).toBe(enabled);
    }
  });
});
