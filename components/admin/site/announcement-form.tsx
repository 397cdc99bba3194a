"use client";

import { useState } from "react";
import { useText } from "#text";
import { ADMIN_REFUSALS } from "@/components/admin/refusal-text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Form } from "@/components/forms/form";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { announceAction } from "@/lib/admin/site/actions";
import type { Announce } from "@/lib/admin/site/schema";
import { msg, type Text } from "@/lib/language/text";
import {
  ANNOUNCEMENT_HOURS,
  ANNOUNCEMENT_LEVELS,
  ANNOUNCEMENT_MAX,
  type AnnouncementLevel,
} from "@/lib/site/constants";
import type { Announcement } from "@/lib/site/schema";

const schema = async () => (await import("@/lib/admin/site/schema")).announceSchema;

const LEVEL_NAMES: Readonly<Record<AnnouncementLevel, string>> = {
  info: msg("Something to know"),
  warning: msg("Something to watch"),
  danger: msg("Something is broken"),
};
const levelsIn = (t: Text) => ANNOUNCEMENT_LEVELS.map((value) => ({ value, label: t(LEVEL_NAMES[value]) }));

const UNTIL_REMOVED = "removed";
const timesIn = (t: Text) => [
  { value: UNTIL_REMOVED, label: t("Until I remove it") },
  ...ANNOUNCEMENT_HOURS.map((hours) => ({
    value: String(hours),
    label:
      hours < 48
        ? t.count(hours, "For {count} hour", "For {count} hours")
        : t.count(hours / 24, "For {count} day", "For {count} days"),
  })),
];

interface AnnouncementFormProps {
  announcement: Announcement | null;
  nowMs: number;
}

/** A few lines on every page. */
export function AnnouncementForm({ announcement, nowMs }: AnnouncementFormProps) {
  const t = useText();
  const [level, setLevel] = useState<AnnouncementLevel>(announcement?.level ?? "info");
  const [time, setTime] = useState(UNTIL_REMOVED);
  const { pending, run } = useAdminRunner();
  const send = async (input: Announce) =>
    (await outcomeOf(await announceAction(input), ADMIN_REFUSALS, () => {
      toast.success(t("The announcement is on every page."));
    })) ?? {};
  const state = useForm(schema, send, (data) => ({
    text: data.get("text"),
    level,
    hours: time === UNTIL_REMOVED ? null : Number(time),
  }));
  const remove = () =>
    run("remove", () => announceAction({ text: "", level, hours: null }), t("The announcement was removed."));
  return (
    <div className="flex flex-col gap-4">
      {announcement ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <span>
            {announcement.until ? (
              <Rich
                t={t}
                text="Shown now. It ends {time}."
                values={{ time: <When key="time" at={announcement.until} nowMs={nowMs} /> }}
              />
            ) : (
              t("Shown now, until you remove it.")
            )}
          </span>
          <Button size="sm" pending={pending !== null} onClick={() => void remove()}>
            {t("Remove")}
          </Button>
        </p>
      ) : null}
      <Form state={state} layout="inline">
        <Field
          label={t("Text")}
          name="text"
          description={t("At most {most} characters. Addresses become links. Each person can put it away.", {
            most: ANNOUNCEMENT_MAX,
          })}
          error={state.outcome.fields?.text && t(state.outcome.fields.text)}
        >
          <Textarea key={announcement?.id} defaultValue={announcement?.text ?? ""} rows={3} required />
        </Field>
        <div className="flex flex-wrap gap-3">
          <NativeSelect label={t("How urgent")} options={levelsIn(t)} value={level} onValueChange={setLevel} />
          <NativeSelect label={t("How long")} options={timesIn(t)} value={time} onValueChange={setTime} />
        </div>
        <Button type="submit" variant="primary" pending={state.isPending} className="self-start">
          {t("Announce")}
        </Button>
      </Form>
    </div>
  );
}
