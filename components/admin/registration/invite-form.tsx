"use client";

import { type FormEvent, useRef, useState } from "react";
import { useText } from "#text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { createInvitationAction } from "@/lib/admin/registration/actions";
import { DEFAULT_INVITATION_DAYS, INVITATION_DAYS } from "@/lib/admin/registration/constants";
import type { Text } from "@/lib/language/text";
import { InvitationLink } from "./invitation-link";

type Days = `${number}`;
const daysIn = (t: Text) =>
  INVITATION_DAYS.map((days) => ({ value: `${days}` as Days, label: t.count(days, "{count} day", "{count} days") }));

/** Sends an invitation by e-mail, or makes a link for the admin to pass on. */
export function InviteForm({ isClosed }: { isClosed: boolean }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [days, setDays] = useState<Days>(`${DEFAULT_INVITATION_DAYS}`);
  const [problem, setProblem] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const { pending, run } = useAdminRunner();
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    const address = input.current?.value.trim() ?? "";
    const wanted = { email: address === "" ? null : address, days: Number(days) };
    const { createInvitationSchema } = await import("@/lib/admin/registration/schema");
    const checked = createInvitationSchema.safeParse(wanted);
    setProblem(checked.success ? null : (checked.error.issues[0]?.message ?? null));
    if (!checked.success) return;
    const made = await run(
      "invite",
      () => createInvitationAction(wanted),
      (done) =>
        done.link ? t("The invitation was created.") : t("{name} will get an e-mail with a link.", { name: address }),
    );
    if (!made) return;
    if (input.current) input.current.value = "";
    setLink(made.link);
  };
  return (
    <>
      <form onSubmit={invite} noValidate className="flex flex-wrap items-start gap-3">
        <Field
          label={t("E-mail address")}
          name="email"
          description={t("Leave empty for a link that anyone can use, once.")}
          error={problem === null ? null : t(problem)}
          className="min-w-64 flex-1"
        >
          <Input ref={input} type="email" autoComplete="off" spellCheck={false} />
        </Field>
        <div className="mt-6.5 flex gap-2">
          <Select label={t("How long the invitation works")} options={daysIn(t)} value={days} onValueChange={setDays} />
          <Button type="submit" className="h-10" variant="primary" pending={pending !== null}>
            {t("Invite")}
          </Button>
        </div>
      </form>
      {isClosed ? (
        <p className="mt-3 text-sm text-warning">
          {t("Registration is closed, so no invitation works until you change that.")}
        </p>
      ) : null}
      <InvitationLink link={link} onDone={() => setLink(null)} />
    </>
  );
}
