import type { ActionAnswer } from "@/components/forms/action-answer";

/** Whether the link with the token no longer works: malformed, used, expired or replaced. */
export function isVoidLink({ data, validationErrors }: ActionAnswer<unknown, string>): boolean {
  return validationErrors?.fieldErrors.token !== undefined || (data?.ok === false && data.reason === "link_void");
}
