import { use } from "react";
import type { Site } from "@/lib/site/schema";
import { thisSite } from "@/lib/site/this-site";

/** The same where the server draws. */
export const useSite = (): Site => use(thisSite());
