import { msg } from "@/lib/language/text";
/** The pages of help in their order, each `docs/help/<slug>.md`, in groups. */
export const HELP_GROUPS = [
  { title: msg("First steps"), slugs: ["start", "uploading", "analysis"] },
  { title: msg("Your sounds"), slugs: ["searching", "library", "collections", "visualizer"] },
  { title: msg("In public"), slugs: ["publishing", "plays"] },
  { title: msg("Programs"), slugs: ["api", "command-line"] },
  { title: msg("Running it"), slugs: ["self-hosting", "backups", "privacy", "troubleshooting"] },
] as const;

export type HelpSlug = (typeof HELP_GROUPS)[number]["slugs"][number];

export const HELP_SLUGS: readonly HelpSlug[] = HELP_GROUPS.flatMap(({ slugs }): readonly HelpSlug[] => slugs);

/** Longer questions are cut, and the page says so. */
export const HELP_QUESTION_CHARACTERS_MAX = 200;
