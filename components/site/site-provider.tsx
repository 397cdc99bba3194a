"use client";

import type { ReactNode } from "react";
import type { Site } from "@/lib/site/schema";
import { SiteContext } from "./use-site.client";

/** What every page says of the server it is on. */
export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>;
}
