"use client";

import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { appealAction } from "@/lib/moderation/actions";

const REFUSALS = {
  already_appealed: "You have answered already. Reload the page.",
  not_found: "This is no longer taken down. Reload the page.",
};
const schema = async () => (await import("@/lib/moderation/schema")).appealSchema;

/** What an owner says to a take-down. There is one answer. */
export function AppealDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const done = () => {
    toast.success("An admin will read it.");
    onClose();
  };
  const state = useForm(
    schema,
    async (input) => outcomeOf(await appealAction(input), REFUSALS, done),
    (data) => ({ id, text: data.get("text") }),
  );
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Answer to the admin"
      description="You can answer once. An admin then shows it again, or leaves it down."
      isModal
    >
      <Form state={state} layout="inline">
        <Field label="Why it should be public again" name="text" error={state.outcome.fields?.text}>
          <Textarea rows={6} autoFocus required />
        </Field>
        <FormButtons label="Send" isPending={state.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
