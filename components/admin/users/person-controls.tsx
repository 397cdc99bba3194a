"use client";

import { type ReactNode, useId, useState } from "react";
import { Confirm } from "@/components/admin/confirm";
import { useVerb, type Verb } from "@/components/admin/use-verb";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  sendResetLinkAction,
  setBetaAction,
  signOutPersonAction,
  suspendPersonAction,
  unsuspendPersonAction,
} from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { DeletionControls } from "./deletion-controls";
import { QuotaSetting } from "./quota-setting";
import { RoleSetting } from "./role-setting";

interface PersonControlsProps {
  person: PersonDetail;
  isOneself: boolean;
}

/** What an administrator can change about an account. */
export function PersonControls({ person, isOneself }: PersonControlsProps) {
  const verb = useVerb();
  return (
    <div className="flex flex-col gap-6">
      <Control title="Role" note={isOneself ? "Another administrator has to change yours." : undefined}>
        <RoleSetting person={person} isLocked={isOneself} verb={verb} />
      </Control>
      <Control title="Quota">
        <QuotaSetting person={person} verb={verb} />
      </Control>
      <Control title="Beta">
        <BetaSetting person={person} verb={verb} />
      </Control>
      <Control title="Access" note={isOneself ? "Your own sessions and password are in your settings." : undefined}>
        {isOneself ? null : <AccessControls person={person} verb={verb} />}
      </Control>
      {isOneself ? null : (
        <Control title="Deletion">
          <DeletionControls person={person} verb={verb} />
        </Control>
      )}
    </div>
  );
}

function Control({ title, note, children }: { title: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2.5">
      <h3 className="eyebrow">{title}</h3>
      {children}
      {note ? <p className="text-muted-foreground text-xs">{note}</p> : null}
    </div>
  );
}

function BetaSetting({ person, verb }: { person: PersonDetail; verb: Verb }) {
  const id = useId();
  const set = (isBeta: boolean) =>
    verb.run(
      "beta",
      () => setBetaAction({ id: person.id, isBeta }),
      isBeta ? "Sees beta features now." : "No longer sees beta features.",
    );
  return (
    <label htmlFor={id} className="flex items-center gap-2.5 text-sm">
      <Checkbox id={id} checked={person.isBeta} disabled={verb.pending !== null} onCheckedChange={set} />
      Sees features for beta users
    </label>
  );
}

const CONFIRMED = {
  suspend: {
    action: "Suspend",
    text: "Every session ends and keys stop working at once. What the account holds stays, and suspending can be undone.",
  },
  "sign-out": { action: "Sign out everywhere", text: "Every session ends at once. Keys go on working." },
} as const;

function AccessControls({ person, verb }: { person: PersonDetail; verb: Verb }) {
  const [asked, setAsked] = useState<keyof typeof CONFIRMED | null>(null);
  const { id, name } = person;
  const confirmed = async () => {
    if (asked === "suspend") await verb.run("suspend", () => suspendPersonAction({ id }), `${name} is suspended.`);
    else await verb.run("sign-out", () => signOutPersonAction({ id }), `${name} is signed out everywhere.`);
    setAsked(null);
  };
  const sendLink = () =>
    verb.run(
      "reset-link",
      () => sendResetLinkAction({ id }),
      ({ mailed }) => (mailed ? `${name} is sent a link.` : "No mail server is set: the link is on the page of mails."),
    );
  const isBusy = verb.pending !== null;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="sm" disabled={isBusy || person.isDemo} pending={verb.pending === "reset-link"} onClick={sendLink}>
        Send a link to set a new password
      </Button>
      <Button size="sm" disabled={isBusy} onClick={() => setAsked("sign-out")}>
        Sign out everywhere
      </Button>
      {person.suspendedAt ? (
        <Button
          size="sm"
          disabled={isBusy || person.leaving !== null}
          pending={verb.pending === "unsuspend"}
          onClick={() => verb.run("unsuspend", () => unsuspendPersonAction({ id }), `${name} may sign in again.`)}
        >
          End the suspension
        </Button>
      ) : (
        <Button size="sm" variant="danger" disabled={isBusy} onClick={() => setAsked("suspend")}>
          Suspend
        </Button>
      )}
      {asked ? (
        <Confirm
          title={`${CONFIRMED[asked].action}: ${name}?`}
          description={CONFIRMED[asked].text}
          action={CONFIRMED[asked].action}
          isPending={verb.pending === asked}
          onConfirm={confirmed}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  );
}
