import type { DeclaredError } from "@/lib/api/http/operation";
import { VIEWS_MAX } from "@/lib/library/views/constants";

export const NAME_TAKEN = {
  status: 409,
  title: "A saved view has this name already",
  detail: "Take another name, or change the view that has it.",
} satisfies DeclaredError;

export const TOO_MANY_VIEWS = {
  status: 409,
  title: "There are too many saved views",
  detail: `A person can have ${VIEWS_MAX}. Delete one first.`,
} satisfies DeclaredError;
