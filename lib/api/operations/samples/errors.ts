import type { DeclaredError } from "@/lib/api/http/operation";
import { OWN_TAGS_MAX } from "@/lib/samples/tags/constants";

export const TOO_MANY_TAGS = {
  status: 409,
  title: "The sample has too many tags",
  detail: `A sample can have ${OWN_TAGS_MAX} tags of your own. Take some off first.`,
} satisfies DeclaredError;
