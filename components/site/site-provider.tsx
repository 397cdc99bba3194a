"use client";

import { createContext, type ReactNode, useContext } from "react";
import { PRODUCT_NAME } from "@/lib/site/constants";
import type { Site } from "@/lib/site/schema";

const SiteContext = createContext<Site>({ name: PRODUCT_NAME, announcement: null, hasTerms: false, hasPrivacy: false });

/** What every page says of the server it is on. */
export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>;
}

export const useSite = (): Site => useContext(SiteContext);
