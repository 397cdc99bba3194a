"use client";

import { useText } from "#text";
import { ADMIN_REFUSALS } from "@/components/admin/refusal-text";
import { Form } from "@/components/forms/form";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { renameSiteAction } from "@/lib/admin/site/actions";
import type { RenameSite } from "@/lib/admin/site/schema";
import { PRODUCT_NAME } from "@/lib/site/constants";

const schema = async () => (await import("@/lib/admin/site/schema")).renameSiteSchema;

/** What the server is called, everywhere. */
export function SiteName({ name }: { name: string }) {
  const t = useText();
  const send = async (input: RenameSite) =>
    (await outcomeOf(await renameSiteAction(input), ADMIN_REFUSALS, () => {
      toast.success(t("The name was saved."));
    })) ?? {};
  const state = useForm(schema, send);
  return (
    <Form state={state} layout="inline">
      <Field
        label={t("Name")}
        name="name"
        description={t("In the corner of each page, in titles, letters and feeds. Empty: {product}.", {
          product: PRODUCT_NAME,
        })}
        error={state.outcome.fields?.name && t(state.outcome.fields.name)}
      >
        <Input key={name} defaultValue={name} autoComplete="off" placeholder={PRODUCT_NAME} />
      </Field>
      <Button type="submit" variant="primary" pending={state.isPending} className="self-start">
        {t("Save name")}
      </Button>
    </Form>
  );
}
