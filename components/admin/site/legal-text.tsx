"use client";

import { useText } from "#text";
import { ADMIN_REFUSALS } from "@/components/admin/refusal-text";
import { Form } from "@/components/forms/form";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { writeLegalTextAction } from "@/lib/admin/site/actions";
import type { WriteLegalText } from "@/lib/admin/site/schema";
import { msg } from "@/lib/language/text";
import type { LegalPage } from "@/lib/site/constants";

const schema = async () => (await import("@/lib/admin/site/schema")).writeLegalTextSchema;

const TEXTS: Readonly<Record<LegalPage, { label: string; description: string; save: string }>> = {
  terms: {
    label: msg("Terms"),
    description: msg(
      "What people agree to who create an account. At /terms. Empty lines divide paragraphs, and addresses become links.",
    ),
    save: msg("Save terms"),
  },
  privacy: {
    label: msg("Privacy"),
    description: msg(
      "What happens to people’s data on this server. At /privacy. Empty lines divide paragraphs, and addresses become links.",
    ),
    save: msg("Save privacy text"),
  },
};

/** One of the texts of the server. */
export function LegalText({ page, text }: { page: LegalPage; text: string }) {
  const t = useText();
  const { label, description, save } = TEXTS[page];
  const send = async (input: WriteLegalText) =>
    (await outcomeOf(await writeLegalTextAction(input), ADMIN_REFUSALS, () => {
      toast.success(t("The text was saved."));
    })) ?? {};
  const state = useForm(schema, send, (data) => ({ page, text: data.get("text") }));
  return (
    <Form state={state} layout="inline">
      <Field
        label={t(label)}
        name="text"
        description={t(description)}
        error={state.outcome.fields?.text && t(state.outcome.fields.text)}
      >
        <Textarea key={text} defaultValue={text} rows={8} />
      </Field>
      <Button type="submit" variant="primary" pending={state.isPending} className="self-start">
        {t(save)}
      </Button>
    </Form>
  );
}
