"use client";

import { useState } from "react";
import { ADMIN_REFUSALS } from "@/components/admin/refusal-text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Form } from "@/components/forms/form";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { When } from "@/components/listing/when";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { announceAction } from "@/lib/admin/site/actions";
import type { Announce } from "@/lib/admin/site/schema";
import { counted } from "@/lib/format/count";
import {
  ANNOUNCEMENT_HOURS,
  ANNOUNCEMENT_LEVELS,
  ANNOUNCEMENT_MAX,
  type AnnouncementLevel,
} from "@/lib/site/constants";
import type { Announcement } from "@/lib/site/schema";

const schema = async () => (await import("@/lib/admin/site/schema")).announceSchema;

const LEVEL_NAMES: Readonly<Record<AnnouncementLevel, string>> = {
  info: "Something to know",
  warning: "Something to watch",
  danger: "Something is broken",
};
const LEVELS = ANNOUNCEMENT_LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }));

const UNTIL_REMOVED = "removed";
const TIMES = [
  { value: UNTIL_REMOVED, label: "Until I remove it" },
  ...ANNOUNCEMENT_HOURS.map((hours) => ({
    value: String(hours),
    label: hours < 48 ? `For ${counted(hours, "hour")}` : `For ${counted(hours / 24, "day")}`,
  })),
];

interface AnnouncementFormProps {
  announcement: Announcement | null;
  nowMs: number;
}

/** A few lines on every page. */
export function AnnouncementForm({ announcement, nowMs }: AnnouncementFormProps) {
  const [level, setLevel] = useState<AnnouncementLevel>(announcement?.level ?? "info");
  const [time, setTime] = useState(UNTIL_REMOVED);
  const { pending, run } = useAdminRunner();
  const send = async (input: Announce) =>
    (await outcomeOf(await announceAction(input), ADMIN_REFUSALS, () => {
      toast.success("The announcement is on every page.");
    })) ?? {};
  const state = useForm(schema, send, (data) => ({
    text: data.get("text"),
    level,
    hours: time === UNTIL_REMOVED ? null : Number(time),
  }));
  const remove = () =>
    run("remove", () => announceAction({ text: "", level, hours: null }), "The announcement was removed.");
  return (
    <div className="flex flex-col gap-4">
      {announcement ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <span>
            Shown now,{" "}
            {announcement.until ? (
              <>
                until <When at={announcement.until} nowMs={nowMs} />
              </>
            ) : (
              "until you remove it"
            )}
            .
          </span>
          <Button size="sm" pending={pending !== null} onClick={() => void remove()}>
            Remove
          </Button>
        </p>
      ) : null}
      <Form state={state} layout="inline">
        <Field
          label="Text"
          name="text"
          description={`At most ${ANNOUNCEMENT_MAX} characters. Addresses become links. Each person can put it away.`}
          error={state.outcome.fields?.text}
        >
          <Textarea key={announcement?.id} defaultValue={announcement?.text ?? ""} rows={3} required />
        </Field>
        <div className="flex flex-wrap gap-3">
          <NativeSelect label="How urgent" options={LEVELS} value={level} onValueChange={setLevel} />
          <NativeSelect label="How long" options={TIMES} value={time} onValueChange={setTime} />
        </div>
        <Button type="submit" variant="primary" pending={state.isPending} className="self-start">
          Announce
        </Button>
      </Form>
    </div>
  );
}
