import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";

const backend = await startBackend({ jobs: false });
const { renameAccount } = await import("@/lib/accounts/profile/mutations");
const { requestEmailChange } = await import("@/lib/accounts/email-change/mutations");
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
