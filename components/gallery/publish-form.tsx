"use client";

import { useState } from "react";
import { useText } from "#text";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { type FormOutcome, outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { editPublicationAction, publishSampleAction } from "@/lib/gallery/actions";
import { PREVIEW_SECONDS, PUBLIC_TAGS_MAX } from "@/lib/gallery/constants";
import { AI_TRAINING_TEXTS, LICENCE_TEXTS } from "@/lib/gallery/licences";
import type { PublishStart } from "@/lib/gallery/schema";
import { AI_TRAINING, LICENCES } from "@/lib/music/rights";
import { PUBLISH_REFUSALS } from "./refusal-text";

/** What is published or edited: a sample that is not public yet, or a publication. */
export type Target = { sampleId: string } | { id: string };

interface PublishFormProps {
  target: Target;
  start: PublishStart;
  onDone: () => void;
  onClose: () => void;
}

/** What is said of a sound that is shown to everybody, and what others may do with it. */
export function PublishForm({ target, start, onDone, onClose }: PublishFormProps) {
  const t = useText();
  const [licence, setLicence] = useState(start.licence);
  const [aiTraining, setAiTraining] = useState(start.aiTraining);
  const [allowsDownload, setAllowsDownload] = useState(start.allowsDownload);
  const state = useForm(
    async () => {
      const { editPublicationSchema, publishSchema } = await import("@/lib/gallery/schema");
      return "id" in target ? editPublicationSchema : publishSchema;
    },
    async (input): Promise<FormOutcome | null> =>
      "sampleId" in input
        ? outcomeOf(await publishSampleAction(input), PUBLISH_REFUSALS, onDone)
        : outcomeOf(await editPublicationAction(input), PUBLISH_REFUSALS, onDone),
    (data) => ({
      ...target,
      title: data.get("title"),
      description: data.get("description"),
      tags: tagsOf(String(data.get("tags") ?? "")),
      ...{ licence, aiTraining, allowsDownload },
    }),
  );
  const errors = state.outcome.fields;
  return (
    <Form state={state} layout="inline">
      <Field label={t("Title")} name="title" error={errors?.title}>
        <Input defaultValue={start.title} autoFocus required />
      </Field>
      <Field label={t("Description")} name="description" error={errors?.description}>
        <Textarea defaultValue={start.description} />
      </Field>
      <Field
        label={t("Tags")}
        name="tags"
        description={t("Separated by commas, at most {max}. They begin with what was heard.", { max: PUBLIC_TAGS_MAX })}
        error={errors?.tags}
      >
        <Input defaultValue={start.tags.join(", ")} />
      </Field>
      <div className="flex flex-col gap-1.5">
        <span aria-hidden className="font-medium text-sm">
          {t("Licence")}
        </span>
        <NativeSelect
          label={t("Licence")}
          value={licence}
          options={LICENCES.map((value) => ({ value, label: t(LICENCE_TEXTS[value].name) }))}
          onValueChange={setLicence}
        />
        <p className="text-muted-foreground text-xs">{t(LICENCE_TEXTS[licence].summary)}</p>
      </div>
      <div className="flex flex-col gap-1.5">
        <span aria-hidden className="font-medium text-sm">
          {t("Machine learning")}
        </span>
        <NativeSelect
          label={t("Machine learning")}
          value={aiTraining}
          options={AI_TRAINING.map((value) => ({ value, label: value === "allowed" ? t("Allowed") : t("Not wanted") }))}
          onValueChange={setAiTraining}
        />
        <p className="text-muted-foreground text-xs">{t(AI_TRAINING_TEXTS[aiTraining])}</p>
      </div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control */}
      <label className="flex items-start gap-2 text-sm">
        <Checkbox checked={allowsDownload} onCheckedChange={setAllowsDownload} className="mt-0.5" />
        <span>
          {t("The original file can be downloaded")}
          <span className="block text-muted-foreground text-xs">
            {t("Otherwise others hear a copy, of at most {seconds} seconds. What can be heard can be recorded.", {
              seconds: PREVIEW_SECONDS,
            })}
          </span>
        </span>
      </label>
      <FormButtons label={"id" in target ? t("Save") : t("Publish")} isPending={state.isPending} onCancel={onClose} />
    </Form>
  );
}

const tagsOf = (text: string) =>
  text
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
