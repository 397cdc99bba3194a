"use client";

import { useEffect, useState } from "react";
import { useText } from "#text";
import { FormAlert } from "@/components/forms/form-alert";
import { useFormAction } from "@/components/forms/use-form-action";
import { playerSeconds } from "@/components/player/page-player";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useHydrated } from "@/components/ui/use-hydrated";
import { writeCommentAction } from "@/lib/comments/actions";
import { writePosition } from "@/lib/format/position";
import { COMMENT_REFUSALS } from "./comment-refusals";

/** What somebody wants to say, at a time in the sound. What was typed stays until it is accepted. */
export function CommentForm({ publicationId }: { publicationId: string }) {
  const t = useText();
  const { send, isPending, problem, fields, typed, answer } = useFormAction(writeCommentAction, COMMENT_REFUSALS);
  const [text, setText] = useState(typed.text ?? "");
  const [at, setAt] = useState(typed.at ?? "");
  const hasScripts = useHydrated();
  useEffect(() => {
    if (!answer?.isDone) return;
    setText("");
    setAt("");
  }, [answer]);
  return (
    <form action={send} className="flex max-w-prose flex-col gap-4">
      <FormAlert>{problem}</FormAlert>
      <input type="hidden" name="publicationId" value={publicationId} />
      <Field label={t("Your comment")} name="text" error={fields.text}>
        <Textarea rows={3} required value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t("At (optional)")} name="at" error={fields.at} className="w-40">
          <Input
            placeholder="0:42"
            autoComplete="off"
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </Field>
        {hasScripts ? (
          <Button className="mt-6.5 h-10" onClick={() => setAt(writePosition(playerSeconds(publicationId) ?? 0))}>
            {t("Where the player is")}
          </Button>
        ) : null}
        <Button type="submit" variant="primary" className="mt-6.5 h-10" pending={isPending}>
          {t("Comment")}
        </Button>
      </div>
    </form>
  );
}
