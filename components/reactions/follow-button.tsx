"use client";

import { UserCheck, UserPlus } from "lucide-react";
import { useText } from "#text";
import { useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { setFollowAction } from "@/lib/reactions/actions";
import type { Following } from "@/lib/reactions/schema";
import { REACTION_REFUSALS } from "./refusal-text";
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

function FollowForm({ following: { handle, isFollowing } }: { following: Following }) {
  const t = useText();
  const { send, isPending, problem } = useFormAction(setFollowAction, REACTION_REFUSALS);
  return (
    <form action={send} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="handle" value={handle} />
      <input type="hidden" name="follows" value={isFollowing ? "no" : "yes"} />
      <Button type="submit" size="sm" pending={isPending}>
        {isFollowing ? <UserCheck aria-hidden /> : <UserPlus aria-hidden />}
        {isFollowing ? t("Stop following") : t("Follow")}
      </Button>
      <span role="alert" className="text-danger text-sm empty:hidden">
        {problem}
      </span>
    </form>
  );
}
