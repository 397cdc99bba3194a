import { UserPlus } from "lucide-react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import type { Following } from "@/lib/reactions/schema";
import { FollowForm } from "./follow-form";
import { signInAt } from "./sign-in-at";

interface FollowButtonProps {
  following: Following;
  /** The page that it stands on. */
  path: string;
}

/** Follows an artist, and says how many do. Strangers are asked to sign in, and come back to the page. */
export function FollowButton({ following, path }: FollowButtonProps) {
  const t = useText();
  const { followers, viewer } = following;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {viewer === "owner" ? null : viewer === "stranger" ? (
        <ButtonLink size="sm" href={signInAt(path)}>
          <UserPlus aria-hidden />
          {t("Follow")}
        </ButtonLink>
      ) : (
        <FollowForm following={following} />
      )}
      <span className="figures text-muted-foreground text-sm">
        {t.count(followers, "{count} follower", "{count} followers")}
      </span>
    </div>
  );
}
