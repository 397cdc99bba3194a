import "server-only";
import { loadSite } from "./loaders";
import type { Site } from "./schema";

/** For what is drawn on every page, and takes no props. */
export const thisSite = (): Promise<Site> => loadSite();
