"use client";

import { UserCheck, UserPlus } from "lucide-react";
import { useText } from "#text";
import { useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { setFollowAction } from "@/lib/reactions/actions";
import type { Following } from "@/lib/reactions/schema";
import { REACTION_REFUSALS } from "./refusal-text";

export function FollowForm({ following: { handle, isFollowing } }: { following: Following }) {
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
