"use client";

import { createContext, useContext } from "react";
import { PRODUCT_NAME } from "@/lib/site/constants";
import type { Site } from "@/lib/site/schema";

export const SiteContext = createContext<Site>({
  name: PRODUCT_NAME,
  announcement: null,
  hasTerms: false,
  hasPrivacy: false,
});

/** The server that a page is on: `import { useSite } from "#site"`. */
export const useSite = (): Site => useContext(SiteContext);
