import "server-only";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { PRODUCT_NAME } from "@/lib/site/constants";
import { readLegalText, readSite } from "@/lib/site/lookups";
import type { SiteSettings } from "./schema";

/** What an admin has written about this server. */
export async function readSiteSettings(actor: Actor): Promise<SiteSettings> {
  requirePermission(actor, "site:manage");
  const [{ name, announcement }, terms, privacy] = await Promise.all([
    readSite(),
    readLegalText("terms"),
    readLegalText("privacy"),
  ]);
  return { name: name === PRODUCT_NAME ? "" : name, announcement, terms, privacy };
}
