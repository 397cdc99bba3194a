import type { Dictionary } from "@/lib/language/text";
import { COMMUNITY } from "./community";
import { ENTRY } from "./entry";
import { GALLERY } from "./gallery";
import { LANDING } from "./landing";
import { SHARED_WORDS } from "./shared-words";
import { SHELL } from "./shell";

/** What pages say that strangers see, and every page. */
export const GERMAN_PUBLIC: Dictionary = {
  ...SHARED_WORDS,
  ...SHELL,
  ...ENTRY,
  ...GALLERY,
  ...COMMUNITY,
  ...LANDING,
};
