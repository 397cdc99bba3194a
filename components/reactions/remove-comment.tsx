"use client";

import { useText } from "#text";
import { useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { removeCommentAction } from "@/lib/comments/actions";
import { msg } from "@/lib/language/text";

const REFUSALS = { not_found: msg("It is already gone. Reload the page.") };

/** Deletes a comment of one's own, or removes one from what one published. */
export function RemoveComment({ id, isOwn }: { id: string; isOwn: boolean }) {
  const t = useText();
  const { send, isPending, problem } = useFormAction(removeCommentAction, REFUSALS);
  return (
    <form action={send} className="inline-flex items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" size="sm" variant="link" className="text-xs" pending={isPending}>
        {isOwn ? t("Delete") : t("Remove")}
      </Button>
      <span role="alert" className="text-danger text-xs empty:hidden">
        {problem}
      </span>
    </form>
  );
}
