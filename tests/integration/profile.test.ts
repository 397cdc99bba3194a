import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";

const backend = await startBackend({ jobs: false });
const { renameAccount } = await import("@/lib/accounts/profile/mutations");
const { requestEmailChange } = await import("@/lib/accounts/email-change/mutations");
const { choose } = await import("@/lib/choices/mutations");
const { readChoices } = await import("@/lib/choices/data");
const mailsTo = (email: string) => backend.sql`select subject from mails where recipient = ${email}`;

const nameOf = async (userId: string) => (await backend.sql`select name from users where id = ${userId}`)[0]?.name;
const renamings = (userId: string) =>
  backend.sql`select before, after from audit_entries where target_id = ${userId} and action = 'account.renamed'`;

describe("one's own name", () => {
  it("is changed, and the audit holds neither name", async () => {
    const ada = await backend.person("Ada");
    expect(await renameAccount(ada.ctx, { name: "  Countess Lovelace\0 " })).toEqual({ ok: true, value: null });
    expect(await nameOf(ada.userId)).toBe("Countess Lovelace");
    await renameAccount(ada.ctx, { name: "Countess Lovelace" });
    expect(await renamings(ada.userId)).toEqual([{ before: null, after: null }]);
  });

  it.each([
    ["nothing", "   "],
    ["more than 80 characters", "x".repeat(81)],
  ])("is never %s", async (_, name) => {
    const ada = await backend.person("Ada");
    await expect(renameAccount(ada.ctx, { name })).rejects.toThrow();
    await renameAccount(ada.ctx, { name: "x".repeat(80) });
    expect(await nameOf(ada.userId)).toHaveLength(80);
  });

  it("stays the same on the demo account, and for whoever has only a key", async () => {
    const demo = await backend.person("Demo");
    await backend.sql`update users set is_demo = true where id = ${demo.userId}`;
    const { ctx } = await backend.signedIn(demo.userId, demo.email, demo.password);
    expect(await renameAccount(ctx, { name: "Mine now" })).toEqual({ ok: false, reason: "demo_account" });
    const withKey = { ...ctx, actor: { ...ctx.actor, isDemo: false, sessionId: null, apiKeyId: randomUUID() } };
    await expect(renameAccount(withKey, { name: "Mine now" })).rejects.toThrow("forbidden");
    expect(await nameOf(demo.userId)).toBe("Demo");
  });
});

describe("what a person chooses", () => {
  const stored = async (userId: string) =>
    (await backend.sql`select choices from person_settings where user_id = ${userId}`)[0]?.choices;

  it("is kept, and two tabs that change different things do not undo each other", async () => {
    const ada = await backend.person("Ada");
    expect(await readChoices(ada.ctx.actor.id)).toEqual({});
    await backend.sql`insert into person_settings (user_id, choices) values (${ada.userId}, '{"colour": "de"}')`;
    await Promise.all([choose(ada.ctx, { theme: "contrast" }), choose(ada.ctx, { notation: "camelot" })]);
    expect(await stored(ada.userId)).toEqual({ colour: "de", theme: "contrast", notation: "camelot" });
    await choose(ada.ctx, { theme: "light" });
    expect(await readChoices(ada.ctx.actor.id)).toEqual({ theme: "light", notation: "camelot" });
  });

  it("falls back to the usual where nobody knows it any more", async () => {
    const ada = await backend.person("Ada");
    await backend.sql`
      insert into person_settings (user_id, choices) values (${ada.userId}, '{"theme": "sepia", "density": "compact"}')`;
    expect(await readChoices(ada.ctx.actor.id)).toEqual({ density: "compact" });
    await expect(choose(ada.ctx, { theme: "sepia" } as never)).rejects.toThrow();
  });

  it("writes nothing twice, nor for whoever shares the demo account, nor with a key", async () => {
    const ada = await backend.person("Ada");
    const at = async () => (await backend.sql`select xmin from person_settings where user_id = ${ada.userId}`)[0]?.xmin;
    await choose(ada.ctx, { motion: "none" });
    const before = await at();
    await choose(ada.ctx, { motion: "none" });
    expect(await at()).toBe(before);
    const shared = { ...ada.ctx, actor: { ...ada.ctx.actor, isDemo: true } };
    expect(await choose(shared, { motion: "system" })).toEqual({ ok: true, value: null });
    expect(await stored(ada.userId)).toEqual({ motion: "none" });
    const withKey = { ...ada.ctx, actor: { ...ada.ctx.actor, sessionId: null, apiKeyId: randomUUID() } };
    await expect(choose(withKey, { motion: "system" })).rejects.toThrow("forbidden");
  });
});

describe("a change of address on a server that sends no mail", () => {
  it("to a taken address is refused at once, and each time counts against the person", async () => {
    const [ada, holder] = [await backend.person("Ada"), await backend.person("Holder")];
    const ctx = { ...ada.ctx, address: "198.51.100.7" };
    const ask = (email: string) => requestEmailChange(ctx, { email, password: ada.password });
    const before = await mailsTo(holder.email);
    expect(await ask(holder.email)).toEqual({ ok: false, reason: "email_taken" });
    expect(await mailsTo(holder.email)).toEqual(before);
    const failures = async () =>
      (await backend.sql`select failures from sign_in_failures where subject = 'address:198.51.100.7'`)[0]?.failures;
    expect(await failures()).toBe(1);
    expect(await ask(`${randomUUID()}@example.com`)).toEqual({ ok: true, value: null });
    expect(await failures()).toBe(1);
  });
});
