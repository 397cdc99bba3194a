import { bulkEditSection } from "./bulk-edit";
import type { Section } from "./section";
import { scrollingSection } from "./scrolling";
import { windowSection } from "./window";

/** Every part of the benchmark, in the order of the report. */
export const SECTIONS: readonly Section[] = [windowSection, bulkEditSection, scrollingSection];
