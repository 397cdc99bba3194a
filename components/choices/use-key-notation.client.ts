"use client";

import type { KeyNotation } from "@/lib/music/key-notations";
import { useChoices } from "./choices-provider";

/** The notation that the person has chosen: `import { useKeyNotation } from "#notation"`. */
export const useKeyNotation = (): KeyNotation => useChoices().choices.notation;
