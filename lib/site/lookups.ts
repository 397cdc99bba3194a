import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Executor } from "@/db/client";
import { systemSettings } from "@/db/schema/system-settings";
import { type LegalPage, PRODUCT_NAME, SITE_SETTINGS } from "./constants";
import { announcementSchema, type Site } from "./schema";

const { name, value } = systemSettings;

/** What every page says of this server. An announcement that has ended is none. The texts are long, so they stay there. */
export async function readSite(executor: Executor = db()): Promise<Site> {
  const isLong = inArray(name, [SITE_SETTINGS.terms, SITE_SETTINGS.privacy]);
  const rows = await executor
    .select({ name, value: sql<unknown>`case when ${isLong} then 'true'::jsonb else ${value} end` })
    .from(systemSettings)
    .where(inArray(name, Object.values(SITE_SETTINGS)));
  const stored = new Map(rows.map((row) => [row.name, row.value]));
  const announcement = announcementSchema.safeParse(stored.get(SITE_SETTINGS.announcement)).data ?? null;
  const hasEnded = announcement?.until ? Date.parse(announcement.until) <= Date.now() : false;
  return {
    name: z.string().min(1).catch(PRODUCT_NAME).parse(stored.get(SITE_SETTINGS.name)),
    announcement: hasEnded ? null : announcement,
    hasTerms: stored.has(SITE_SETTINGS.terms),
    hasPrivacy: stored.has(SITE_SETTINGS.privacy),
  };
}

/** The name alone, for letters and feeds. */
export async function readSiteName(executor: Executor = db()): Promise<string> {
  const [row] = await executor.select({ value }).from(systemSettings).where(eq(name, SITE_SETTINGS.name));
  return z.string().min(1).catch(PRODUCT_NAME).parse(row?.value);
}

/** One of the texts. Empty if nobody has written it. */
export async function readLegalText(page: LegalPage): Promise<string> {
  const [row] = await db().select({ value }).from(systemSettings).where(eq(name, SITE_SETTINGS[page]));
  return z.string().catch("").parse(row?.value);
}
