import { scrollingSection } from "./scrolling";
import type { Section } from "./section";
import { windowSection } from "./window";

/** Every part of the benchmark, in the order of the report. */
export const SECTIONS: readonly Section[] = [windowSection, scrollingSection];
