"use client";

import { useState } from "react";
import { useText } from "#text";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { msg } from "@/lib/language/text";
import { answerReportsAction } from "@/lib/moderation/actions";
import type { ReportedThing } from "@/lib/moderation/schema";

const REFUSALS = { already_answered: msg("Another admin has answered this. Reload the page.") };
const schema = async () => (await import("@/lib/moderation/schema")).answerReportsSchema;

type Thing = Pick<ReportedThing, "publicationId" | "comment" | "title">;

/** The answers to all open reports of one thing. */
export function AnswerReports({ thing }: { thing: Thing }) {
  const t = useText();
  const { publicationId, comment } = thing;
  const { pending, run } = useActionRunner(REFUSALS);
  const [isOpen, setOpen] = useState(false);
  const about = { publicationId, commentId: comment?.id ?? null, reason: "" };
  if (isOpen) return <TakeDownForm thing={thing} onClose={() => setOpen(false)} />;
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="sm"
        pending={pending === "dismiss"}
        onClick={() =>
          void run("dismiss", () => answerReportsAction({ ...about, decision: "dismiss" }), t("Dismissed."))
        }
      >
        {t("Dismiss")}
      </Button>
      {comment ? (
        <Button
          size="sm"
          variant="danger"
          pending={pending === "uphold"}
          onClick={() =>
            void run(
              "uphold",
              () => answerReportsAction({ ...about, decision: "uphold" }),
              t("The comment is removed."),
            )
          }
        >
          {t("Remove the comment")}
        </Button>
      ) : (
        <Button size="sm" variant="danger" onClick={() => setOpen(true)}>
          {t("Take down")}
        </Button>
      )}
    </div>
  );
}

function TakeDownForm({ thing: { publicationId, title }, onClose }: { thing: Thing; onClose: () => void }) {
  const t = useText();
  const done = () => {
    toast.success(t("It is taken down."));
    onClose();
  };
  const state = useForm(
    schema,
    async (input) => outcomeOf(await answerReportsAction(input), REFUSALS, done),
    (data) => ({ publicationId, commentId: null, decision: "uphold", reason: data.get("reason") }),
  );
  return (
    <Form state={state} layout="inline">
      <Field
        label={t("Why")}
        name="reason"
        description={t("Its owner reads this and can answer once. “{title}” is gone for everybody at once.", { title })}
        error={state.outcome.fields?.reason && t(state.outcome.fields.reason)}
      >
        <Textarea autoFocus required />
      </Field>
      <FormButtons label={t("Take down")} isPending={state.isPending} onCancel={onClose} />
    </Form>
  );
}
