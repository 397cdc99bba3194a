import type { Dictionary } from "@/lib/language/text";
import { ADMIN } from "./admin";
import { ANSWERS } from "./answers";
import { BATCHES } from "./batches";
import { COLLECTION_ANSWERS } from "./collection-answers";
import { COLLECTIONS } from "./collections";
import { DASHBOARD } from "./dashboard";
import { HELP } from "./help";
import { LIBRARY } from "./library";
import { LIBRARY_CHANGES } from "./library-changes";
import { MAIL } from "./mail";
import { PLAYER } from "./player";
import { PLAYLISTS } from "./playlists";
import { GERMAN_PUBLIC } from "./public";
import { SAMPLES } from "./samples";
import { SEARCH } from "./search";
import { SEARCH_GRAMMAR } from "./search-grammar";
import { SETTINGS } from "./settings";
import { TRASH } from "./trash";
import { UPLOAD } from "./upload";
import { VISUALIZER } from "./visualizer";
import { WORKBENCH } from "./workbench";

/** What all pages say. */
export const GERMAN: Dictionary = {
  ...GERMAN_PUBLIC,
  ...SAMPLES,
  ...LIBRARY,
  ...LIBRARY_CHANGES,
  ...BATCHES,
  ...TRASH,
  ...ANSWERS,
  ...SEARCH,
  ...SEARCH_GRAMMAR,
  ...COLLECTIONS,
  ...COLLECTION_ANSWERS,
  ...PLAYLISTS,
  ...UPLOAD,
  ...PLAYER,
  ...VISUALIZER,
  ...ADMIN,
  ...SETTINGS,
  ...DASHBOARD,
  ...HELP,
  ...MAIL,
  ...WORKBENCH,
};
