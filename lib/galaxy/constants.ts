/** So many samples of a person have places at most. They would be half a minute's work for each tenth that is added. */
export const GALAXY_POINTS_MAX = 100_000;
/** Laid out anew when this share of all was added since. */
export const NEW_SHARE = 0.1;
/** The most frequent tags, by which points can be coloured: more colours than these nobody tells apart. */
export const GALAXY_TAGS = 16;
/** The name, in `system_settings`, of the last revision of documents whose owners were noted. */
export const GALAXY_REVISION = "galaxy revision";
/** Samples on a path from one to another, both included. */
export const PATH_MAX = 100;
export const PATH_DEFAULT = 16;
