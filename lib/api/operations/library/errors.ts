import type { DeclaredError } from "@/lib/api/http/operation";
import { msg } from "@/lib/language/text";
import { VIEWS_MAX } from "@/lib/library/views/constants";

export const NAME_TAKEN = {
  status: 409,
  title: msg("A saved view has this name already"),
  detail: msg("Take another name, or change the view that has it."),
} satisfies DeclaredError;

export const TOO_MANY_VIEWS = {
  status: 409,
  title: msg("There are too many saved views"),
  detail: msg`A person can have ${VIEWS_MAX}. Delete one first.`,
} satisfies DeclaredError;
