/** How long a plug-in may take for one file, including its start. */
export const CLAP_SECONDS_MAX = 120;
export const REWRITE_SECONDS_MAX = 20;
/**
 * CLAP hears ten seconds at a time at this rate. From a long file it takes several excerpts, evenly spread over the
 * first part.
 */
export const CLAP_RATE_HZ = 48_000;
export const CLAP_WINDOW_SECONDS = 10;
export const CLAP_WINDOWS_MAX = 3;
export const CLAP_LISTENED_SECONDS = 600;
export const CLAP_TAGS_MAX = 8;
/** Tags with a lower probability are not shown. */
export const CLAP_TAG_CONFIDENCE_MIN = 0.05;
