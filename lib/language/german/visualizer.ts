import type { Dictionary } from "@/lib/language/text";

/** Visualizer and galaxy. */
export const VISUALIZER: Dictionary = {};
