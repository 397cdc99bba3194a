import type { Dictionary } from "@/lib/language/text";
import { ADMIN } from "./admin";
import { COLLECTIONS } from "./collections";
import { DASHBOARD } from "./dashboard";
import { HELP } from "./help";
import { LIBRARY } from "./library";
import { MAIL } from "./mail";
import { PLAYER } from "./player";
import { GERMAN_PUBLIC } from "./public";
import { SAMPLES } from "./samples";
import { SEARCH } from "./search";
import { SETTINGS } from "./settings";
import { UPLOAD } from "./upload";
import { VISUALIZER } from "./visualizer";
import { WORKBENCH } from "./workbench";

/** What all pages say. */
export const GERMAN: Dictionary = {
  ...GERMAN_PUBLIC,
  ...SAMPLES,
  ...LIBRARY,
  ...SEARCH,
  ...COLLECTIONS,
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
