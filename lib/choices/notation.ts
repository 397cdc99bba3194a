import "server-only";
import { cache } from "react";
import type { KeyNotation } from "@/lib/music/key-notations";
import { loadChoices } from "./loaders";

/** How the keys of this request's page are written. */
export const loadNotation = cache(async (): Promise<KeyNotation> => (await loadChoices()).notation);
