import "server-only";
import { connection } from "next/server";
import { cache } from "react";
import { logger } from "@/lib/platform/logger";
import { type LegalPage, PRODUCT_NAME } from "./constants";
import { readLegalText, readSite } from "./lookups";
import type { Site } from "./schema";

const UNKNOWN: Site = { name: PRODUCT_NAME, announcement: null, hasTerms: false, hasPrivacy: false };

/** Asked for once per request: a change holds for the next page. A page says more than that the database is away. */
export const loadSite = cache(async (): Promise<Site> => {
  // A build has no server to ask about.
  await connection();
  try {
    return await readSite();
  } catch (error) {
    logger().error({ err: error }, "the site's settings could not be read");
    return UNKNOWN;
  }
});

/** A text that the admin has written. Empty if there is none. */
export async function loadLegalText(page: LegalPage): Promise<string> {
  await connection();
  return readLegalText(page);
}
