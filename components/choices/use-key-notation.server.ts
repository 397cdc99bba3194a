import { use } from "react";
import { loadNotation } from "@/lib/choices/notation";
import type { KeyNotation } from "@/lib/music/key-notations";

/** The same where the server draws. Whoever chooses another gets the page anew. */
export const useKeyNotation = (): KeyNotation => use(loadNotation());
