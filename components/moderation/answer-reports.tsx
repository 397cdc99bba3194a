"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { answerReportsAction } from "@/lib/moderation/actions";
import type { ReportedThing } from "@/lib/moderation/schema";

const REFUSALS = { already_answered: "Another admin has answered this. Reload the page." };
const schema = async () => (await import("@/lib/moderation/schema")).answerReportsSchema;

type Thing = Pick<ReportedThing, "publicationId" | "comment" | "title">;

/** The answers to all open reports of one thing. */
export function AnswerReports({ thing }: { thing: Thing }) {
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
        onClick={() => void run("dismiss", () => answerReportsAction({ ...about, decision: "dismiss" }), "Dismissed.")}
      >
        Dismiss
      </Button>
      {comment ? (
        <Button
          size="sm"
          variant="danger"
          pending={pending === "uphold"}
          onClick={() =>
            void run("uphold", () => answerReportsAction({ ...about, decision: "uphold" }), "The comment is removed.")
          }
        >
          Remove the comment
        </Button>
      ) : (
        <Button size="sm" variant="danger" onClick={() => setOpen(true)}>
          Take down
        </Button>
      )}
    </div>
  );
}

function TakeDownForm({ thing: { publicationId, title }, onClose }: { thing: Thing; onClose: () => void }) {
  const done = () => {
    toast.success("It is taken down.");
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
        label="Why"
        name="reason"
        description={`Its owner reads this and can answer once. “${title}” is gone for everybody at once.`}
        error={state.outcome.fields?.reason}
      >
        <Textarea autoFocus required />
      </Field>
      <FormButtons label="Take down" isPending={state.isPending} onCancel={onClose} />
    </Form>
  );
}
