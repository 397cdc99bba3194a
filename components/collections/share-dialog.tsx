"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { callApi } from "@/lib/api/client";
import { MEMBER_ROLES } from "@/lib/collections/constants";
import type { Collection, CollectionLink, CollectionMember, MemberRole } from "@/lib/collections/schema";
import { orSay } from "./call";

const ROLE_NAMES: Record<MemberRole, string> = { view: "May hear", add: "May add and edit" };
const LIFETIMES = [
  { value: "1", label: "1 day" },
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "365", label: "1 year" },
] as const;
type Lifetime = (typeof LIFETIMES)[number]["value"];

interface Sharing {
  members: CollectionMember[];
  links: CollectionLink[];
}

/** Whom a collection is shared with: people by their address, and anybody by a link. */
export function ShareDialog({
  collection: { id, name, query },
  onClose,
}: {
  collection: Collection;
  onClose: () => void;
}) {
  const [sharing, setSharing] = useState<Sharing | null>(null);
  const params = { id };
  const load = async () => {
    const answer = await orSay("Loading", callApi("GET /collections/:id/sharing", { params: { id } }));
    if (answer) setSharing(answer.body.data);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => void load(), []);
  const removeMember = async (memberId: string) => {
    const asking = callApi("POST /collections/:id/members/remove", { params, body: { memberId } });
    if (await orSay("Removing", asking)) await load();
  };
  const revoke = async (linkId: string) => {
    const asking = callApi("POST /collections/:id/links/revoke", { params, body: { linkId } });
    if (await orSay("Revoking", asking)) await load();
  };
  if (query !== null) {
    return (
      <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={`Share ${name}`}>
        <p>
          What a smart collection finds is not known beforehand, so it is not shared. Select its samples in the library
          and put them into a collection, then share that.
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Share ${name}`}
      description="Others hear the samples of this collection and see their values, and nothing else of your library. What can be heard can be recorded."
    >
      <h3 className="font-medium">People on this server</h3>
      <InviteForm id={id} onDone={load} />
      <ul className="mt-3 flex flex-col gap-2 text-sm" aria-label="Members and invitations">
        {sharing?.members.map((member) => (
          <li key={member.id} className="flex items-center justify-between gap-3">
            <span className="min-w-0 truncate">
              {member.name ?? member.email}
              <span className="block text-muted-foreground text-xs">
                {ROLE_NAMES[member.role]}
                {member.joinedAt ? "" : " · asked, has not joined"}
              </span>
            </span>
            <Button
              size="sm"
              variant="ghost"
              onClick={() => void removeMember(member.id)}
              aria-label={`Remove ${member.name ?? member.email}`}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 font-medium">Anybody with a link</h3>
      <LinkForm id={id} onDone={load} />
      <ul className="mt-3 flex flex-col gap-2 text-sm" aria-label="Links that work">
        {sharing?.links.map((link) => (
          <li key={link.id} className="flex items-center justify-between gap-3">
            <span>
              Until {new Date(link.expiresAt).toLocaleDateString("en-GB", { dateStyle: "medium" })}
              {link.allowsDownload ? " · with downloads" : ""}
            </span>
            <Button size="sm" variant="ghost" onClick={() => void revoke(link.id)}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface FormProps {
  id: string;
  onDone: () => Promise<void>;
}

function InviteForm({ id, onDone }: FormProps) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<MemberRole>("view");
  const [isPending, setPending] = useState(false);
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const asking = callApi("POST /collections/:id/members", { params: { id }, body: { email, role } });
    if (await orSay("The invitation", asking)) {
      setEmail("");
      await onDone();
    }
    setPending(false);
  };
  return (
    <form onSubmit={invite} className="mt-2 flex flex-wrap items-end gap-2">
      <Field label="E-mail address" className="min-w-48 flex-1">
        <Input type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} required />
      </Field>
      <NativeSelect
        label="What they may do"
        value={role}
        options={MEMBER_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))}
        onValueChange={setRole}
      />
      <Button type="submit" pending={isPending}>
        Ask
      </Button>
      <p className="w-full text-muted-foreground text-xs">
        Whoever has this address here finds the invitation under Collections. We do not say whether anybody has.
      </p>
    </form>
  );
}

function LinkForm({ id, onDone }: FormProps) {
  const [days, setDays] = useState<Lifetime>("30");
  const [allowsDownload, setAllowsDownload] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const create = async () => {
    const body = { days: Number(days), allowsDownload };
    const answer = await orSay("The link", callApi("POST /collections/:id/links", { params: { id }, body }));
    if (!answer) return;
    setAddress(`${window.location.origin}/shared/${answer.body.data.token}`);
    await onDone();
  };
  return (
    <div className="mt-2 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <NativeSelect label="How long it works" value={days} options={LIFETIMES} onValueChange={setDays} />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control */}
        <label className="flex items-center gap-2 text-sm">
          <Checkbox checked={allowsDownload} onCheckedChange={setAllowsDownload} />
          My originals can be downloaded
        </label>
        <Button onClick={() => void create()}>Create a link</Button>
      </div>
      {address ? (
        <Field label="The link" description="Copy it now: it is not shown again. You can always make another one.">
          <Input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      ) : null}
    </div>
  );
}
