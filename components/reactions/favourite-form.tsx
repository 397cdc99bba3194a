"use client";

import { Heart } from "lucide-react";
import { useText } from "#text";
import { useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { setPublicFavouriteAction } from "@/lib/reactions/actions";
import type { ItemReactions } from "@/lib/reactions/schema";
import { ReactionCount } from "./reaction-count";
import { REACTION_REFUSALS } from "./refusal-text";

export function FavouriteForm({ reactions: { publicationId, favourites, isFavourite } }: { reactions: ItemReactions }) {
  const t = useText();
  const { send, isPending, problem } = useFormAction(setPublicFavouriteAction, REACTION_REFUSALS);
  return (
    <form action={send} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="publicationId" value={publicationId} />
      <input type="hidden" name="isFavourite" value={isFavourite ? "no" : "yes"} />
      <Button type="submit" aria-pressed={isFavourite} pending={isPending}>
        <Heart aria-hidden className={isFavourite ? "fill-current text-primary" : undefined} />
        {t("Favourite")}
        <ReactionCount of={favourites} />
      </Button>
      <span role="alert" className="text-danger text-sm empty:hidden">
        {problem}
      </span>
    </form>
  );
}
