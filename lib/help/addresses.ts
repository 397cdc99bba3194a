import type { ValueName } from "@/lib/analysis/record/measured-values";
import { HELP_SLUGS, type HelpSlug } from "./constants";

/** Where all help begins. */
export const HELP_PATH = "/docs";

export const helpAddress = (slug: HelpSlug, anchor?: string): string =>
  `${HELP_PATH}/${slug}${anchor ? `#${anchor}` : ""}`;

/** The anchor of a measured value: `keyChanges` is at `key-changes`. */
export const valueAnchor = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The paragraph about a measured value. */
export const valueHelp = (name: ValueName): string => helpAddress("analysis", valueAnchor(name));

/** Whether there is a page of help with this name. */
export const isHelpSlug = (name: string): name is HelpSlug => (HELP_SLUGS as readonly string[]).includes(name);

/** The paths of all pages of help. */
export const HELP_PATHS: readonly string[] = [HELP_PATH, ...HELP_SLUGS.map((slug) => helpAddress(slug))];
