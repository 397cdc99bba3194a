import type { Dictionary } from "@/lib/language/text";

/** A sample's page: values, panes, timeline, meters. */
export const SAMPLES: Dictionary = {};
