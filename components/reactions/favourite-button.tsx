import { Heart } from "lucide-react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import type { ItemReactions } from "@/lib/reactions/schema";
import { FavouriteForm } from "./favourite-form";
import { ReactionCount } from "./reaction-count";
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
      <ReactionCount of={favourites} />
    </ButtonLink>
  );
}
