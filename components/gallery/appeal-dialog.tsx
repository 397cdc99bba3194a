"use client";

import { useText } from "#text";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { msg } from "@/lib/language/text";
import { appealAction } from "@/lib/moderation/actions";

const REFUSALS = {
  already_appealed: msg("You have answered already. Reload the page."),
  not_found: msg("This is no longer taken down. Reload the page."),
};
const schema = async () => (await import("@/lib/moderation/schema")).appealSchema;

/** What an owner says to a take-down. There is one answer. */
export function AppealDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const done = () => {
    toast.success(t("An admin will read it."));
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
      title={t("Answer to the admin")}
      description={t("You can answer once. An admin then shows it again, or leaves it down.")}
      isModal
    >
      <Form state={state} layout="inline">
        <Field label={t("Why it should be public again")} name="text" error={state.outcome.fields?.text}>
          <Textarea rows={6} autoFocus required />
        </Field>
        <FormButtons label={t("Send")} isPending={state.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
