import "server-only";
import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { systemSettings } from "@/db/schema/system-settings";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { SITE_SETTINGS } from "@/lib/site/constants";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import {
  type Announce,
  announceSchema,
  type RenameSite,
  renameSiteSchema,
  type WriteLegalText,
  writeLegalTextSchema,
} from "./schema";

type Done = Result<null, "no_change">;

/** Names the server, on every page and in what it sends. An empty name gives it the product's again. */
export async function renameSite(ctx: Ctx, input: RenameSite): Promise<Done> {
  requirePermission(ctx.actor, "site:manage");
  const { name } = renameSiteSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (!(await write(work, SITE_SETTINGS.name, name || null))) return refused("no_change");
    work.audit({ action: "site.renamed", after: { isNamed: name !== "" } });
    return ok(null);
  });
}

/** Shows an announcement on every page, or none. Who has put an earlier one away sees this one. */
export async function announce(ctx: Ctx, input: Announce): Promise<Done> {
  requirePermission(ctx.actor, "site:manage");
  const { text, level, hours } = announceSchema.parse(input);
  const until = hours === null ? null : new Date(Date.now() + hours * 3_600_000).toISOString();
  return inTransaction(ctx, async (work) => {
    const value = text === "" ? null : { id: uuidv7(), text, level, until };
    if (!(await write(work, SITE_SETTINGS.announcement, value))) return refused("no_change");
    work.audit({ action: "site.announcement_changed", after: { isShown: value !== null, level, hours } });
    return ok(null);
  });
}

/** Writes what people agree to, or what happens to their data. */
export async function writeLegalText(ctx: Ctx, input: WriteLegalText): Promise<Done> {
  requirePermission(ctx.actor, "site:manage");
  const { page, text } = writeLegalTextSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (!(await write(work, SITE_SETTINGS[page], text || null))) return refused("no_change");
    work.audit({ action: "site.text_changed", after: { page, characters: text.length } });
    return ok(null);
  });
}

/** Whether anything is different now. Null removes the row. */
async function write(work: Work, name: string, value: unknown): Promise<boolean> {
  const changed = { name: systemSettings.name };
  if (value === null) {
    const removed = await work.tx.delete(systemSettings).where(eq(systemSettings.name, name)).returning(changed);
    return removed.length > 0;
  }
  const written = await work.tx
    .insert(systemSettings)
    .values({ name, value })
    .onConflictDoUpdate({
      target: systemSettings.name,
      set: { value, updatedAt: sql`now()` },
      setWhere: sql`${systemSettings.value} is distinct from excluded.value`,
    })
    .returning(changed);
  return written.length > 0;
}
