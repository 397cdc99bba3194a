import type { Dictionary } from "@/lib/language/text";
import { COMMON } from "./common";
import { COMMUNITY } from "./community";
import { ENTRY } from "./entry";
import { GALLERY } from "./gallery";
import { LANDING } from "./landing";
import { SHELL } from "./shell";

/** What pages say that strangers see, and every page. */
export const GERMAN_PUBLIC: Dictionary = {
  ...COMMON,
  ...SHELL,
  ...ENTRY,
  ...GALLERY,
  ...COMMUNITY,
  ...LANDING,
};
