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

/** What an admin can do about another person's way in. */
export function AccessControls({ person, runner }: AccessControlsProps) {
  return (
    <div className="flex flex-col items-start gap-2">
      <SendLink person={person} runner={runner} />
      <SignOut person={person} runner={runner} />
      {person.suspendedAt ? <Unsuspend person={person} runner={runner} /> : <Suspend person={person} runner={runner} />}
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

function Suspend({ person: { id, name }, runner: { pending, run } }: AccessControlsProps) {
  const [isAsked, setAsked] = useState(false);
  const suspend = async () => {
    await run("suspend", () => suspendPersonAction({ id }), `${name} was suspended.`);
    setAsked(false);
  };
  return (
    <>
      <Button size="sm" variant="danger" disabled={pending !== null} onClick={() => setAsked(true)}>
        Suspend
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

function Unsuspend({ person: { id, name, leaving }, runner: { pending, run } }: AccessControlsProps) {
  const unsuspend = () => run("unsuspend", () => unsuspendPersonAction({ id }), `${name} can sign in again.`);
  return (
    <Button
      size="sm"
      disabled={pending !== null || leaving !== null}
      pending={pending === "unsuspend"}
      onClick={unsuspend}
    >
      Lift suspension
    </Button>
  );
}
