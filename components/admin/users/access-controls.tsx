"use client";

import { useState } from "react";
import { useText } from "#text";
import type { AdminRunner } from "@/components/admin/use-admin-runner";
import { Confirm } from "@/components/forms/confirm";
import { Button } from "@/components/ui/button";
import {
  sendResetLinkAction,
  signOutPersonAction,
  suspendPersonAction,
  unsuspendPersonAction,
} from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";

interface AccessControlsProps {
  person: PersonDetail;
  runner: AdminRunner;
}

/** What an admin can change about another person's access. */
export function AccessControls({ person, runner }: AccessControlsProps) {
  return (
    <div className="flex flex-col items-start gap-2">
      <SendLink person={person} runner={runner} />
      <SignOut person={person} runner={runner} />
      <Suspension person={person} runner={runner} />
    </div>
  );
}

function SendLink({ person: { id, name, isDemo }, runner: { pending, run } }: AccessControlsProps) {
  const t = useText();
  const send = () =>
    run(
      "reset-link",
      () => sendResetLinkAction({ id }),
      ({ mailed }) =>
        mailed
          ? t("{name} will get an e-mail with a link.", { name })
          : t("No mail server is configured. Find the link under Mail."),
    );
  return (
    <Button size="sm" disabled={pending !== null || isDemo} pending={pending === "reset-link"} onClick={send}>
      {t("Send a password reset link")}
    </Button>
  );
}

function SignOut({ person: { id, name }, runner: { pending, run } }: AccessControlsProps) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const signOut = async () => {
    await run("sign-out", () => signOutPersonAction({ id }), t("{name} was signed out everywhere.", { name }));
    setAsked(false);
  };
  return (
    <>
      <Button size="sm" disabled={pending !== null} onClick={() => setAsked(true)}>
        {t("Sign out everywhere")}
      </Button>
      {isAsked ? (
        <Confirm
          title={t("Sign out {name} everywhere?", { name })}
          description={t("All sessions end immediately. API keys keep working.")}
          action={t("Sign out everywhere")}
          isPending={pending === "sign-out"}
          onConfirm={signOut}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}

/** One button for both directions, so that it keeps the focus when the state changes. */
function Suspension({ person, runner: { pending, run } }: AccessControlsProps) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const { id, name } = person;
  const isSuspended = person.suspendedAt !== null;
  const suspend = async () => {
    await run("suspend", () => suspendPersonAction({ id }), t("{name} was suspended.", { name }));
    setAsked(false);
  };
  const unsuspend = () =>
    run("unsuspend", () => unsuspendPersonAction({ id }), t("{name} can sign in again.", { name }));
  return (
    <>
      <Button
        size="sm"
        variant={isSuspended ? "secondary" : "danger"}
        disabled={pending !== null || (isSuspended && person.leaving !== null)}
        pending={pending === "unsuspend"}
        onClick={isSuspended ? unsuspend : () => setAsked(true)}
      >
        {isSuspended ? t("Lift suspension") : t("Suspend")}
      </Button>
      {isAsked ? (
        <Confirm
          title={t("Suspend {name}?", { name })}
          description={t(
            "All sessions end and API keys stop working immediately. The account's data is kept, and you can lift the suspension.",
          )}
          action={t("Suspend")}
          isPending={pending === "suspend"}
          onConfirm={suspend}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
