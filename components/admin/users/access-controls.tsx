"use client";

import { useState } from "react";
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
  const send = () =>
    run(
      "reset-link",
      () => sendResetLinkAction({ id }),
      ({ mailed }) =>
        mailed ? `${name} will get an e-mail with a link.` : "No mail server is configured. Find the link under Mail.",
    );
  return (
    <Button size="sm" disabled={pending !== null || isDemo} pending={pending === "reset-link"} onClick={send}>
      Send a password reset link
    </Button>
  );
}

function SignOut({ person: { id, name }, runner: { pending, run } }: AccessControlsProps) {
  const [isAsked, setAsked] = useState(false);
  const signOut = async () => {
    await run("sign-out", () => signOutPersonAction({ id }), `${name} was signed out everywhere.`);
    setAsked(false);
  };
  return (
    <>
      <Button size="sm" disabled={pending !== null} onClick={() => setAsked(true)}>
        Sign out everywhere
      </Button>
      {isAsked ? (
        <Confirm
          title={`Sign out ${name} everywhere?`}
          description="All sessions end immediately. API keys keep working."
          action="Sign out everywhere"
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
  const [isAsked, setAsked] = useState(false);
  const { id, name } = person;
  const isSuspended = person.suspendedAt !== null;
  const suspend = async () => {
    await run("suspend", () => suspendPersonAction({ id }), `${name} was suspended.`);
    setAsked(false);
  };
  const unsuspend = () => run("unsuspend", () => unsuspendPersonAction({ id }), `${name} can sign in again.`);
  return (
    <>
      <Button
        size="sm"
        variant={isSuspended ? "secondary" : "danger"}
        disabled={pending !== null || (isSuspended && person.leaving !== null)}
        pending={pending === "unsuspend"}
        onClick={isSuspended ? unsuspend : () => setAsked(true)}
      >
        {isSuspended ? "Lift suspension" : "Suspend"}
      </Button>
      {isAsked ? (
        <Confirm
          title={`Suspend ${name}?`}
          description="All sessions end and API keys stop working immediately. The account's data is kept, and you can lift the suspension."
          action="Suspend"
          isPending={pending === "suspend"}
          onConfirm={suspend}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
