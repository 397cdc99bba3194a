"use client";

import { Heart } from "lucide-react";
import { useText } from "#text";
import { useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { formatCount } from "@/lib/format/count";
import { setPublicFavouriteAction } from "@/lib/reactions/actions";
import type { ItemReactions } from "@/lib/reactions/schema";
import { REACTION_REFUSALS } from "./refusal-text";
import { signInAt } from "./sign-in-at";

interface FavouriteButtonProps {
  reactions: ItemReactions;
  /** The page that it stands on. */
  path: string;
}

/** Makes an item a favourite, and says how many people did. */
export function FavouriteButton({ reactions, path }: FavouriteButtonProps) {
  const t = useText();
  const { favourites, following } = reactions;
  if (following.viewer !== "stranger") return <FavouriteForm reactions={reactions} />;
  return (
    <ButtonLink href={signInAt(path)}>
      <Heart aria-hidden />
      {t("Favourite")}
      <Count of={favourites} />
    </ButtonLink>
  );
}

function FavouriteForm({ reactions: { publicationId, favourites, isFavourite } }: { reactions: ItemReactions }) {
  const t = useText();
  const { send, isPending, problem } = useFormAction(setPublicFavouriteAction, REACTION_REFUSALS);
  return (
    <form action={send} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="publicationId" value={publicationId} />
      <input type="hidden" name="isFavourite" value={isFavourite ? "no" : "yes"} />
      <Button type="submit" aria-pressed={isFavourite} pending={isPending}>
        <Heart aria-hidden className={isFavourite ? "fill-current text-primary" : undefined} />
        {t("Favourite")}
        <Count of={favourites} />
      </Button>
      <span role="alert" className="text-danger text-sm empty:hidden">
        {problem}
      </span>
    </form>
  );
}

const Count = ({ of }: { of: number }) => (
  <span className="figures text-muted-foreground">{formatCount(of, useText())}</span>
);
