"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { callApi } from "@/lib/api/client";
import { MEMBER_ROLES } from "@/lib/collections/constants";
import type { Collection, CollectionLink, CollectionMember, MemberRole } from "@/lib/collections/schema";
import { DATE_LOCALES } from "@/lib/language/constants";
import { msg } from "@/lib/language/text";
import { orSay } from "./call";

const ROLE_NAMES: Record<MemberRole, string> = { view: msg("May hear"), add: msg("May add and edit") };
const LIFETIMES = [
  { value: "1", label: msg("1 day") },
  { value: "7", label: msg("7 days") },
  { value: "30", label: msg("30 days") },
  { value: "365", label: msg("1 year") },
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
  const t = useText();
  const [sharing, setSharing] = useState<Sharing | null>(null);
  const params = { id };
  const load = async () => {
    const answer = await orSay(msg("Loading"), callApi("GET /collections/:id/sharing", { params: { id } }), t);
    if (answer) setSharing(answer.body.data);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => void load(), []);
  const removeMember = async (memberId: string) => {
    const asking = callApi("POST /collections/:id/members/remove", { params, body: { memberId } });
    if (await orSay(msg("Removing"), asking, t)) await load();
  };
  const revoke = async (linkId: string) => {
    const asking = callApi("POST /collections/:id/links/revoke", { params, body: { linkId } });
    if (await orSay(msg("Revoking"), asking, t)) await load();
  };
  if (query !== null) {
    return (
      <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t("Share {name}", { name })}>
        <p>
          {t(
            "What a smart collection finds is not known beforehand, so it is not shared. Select its samples in the library and put them into a collection, then share that.",
          )}
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Share {name}", { name })}
      description={t(
        "Others hear the samples of this collection and see their values, and nothing else of your library. What can be heard can be recorded.",
      )}
    >
      <h3 className="font-medium">{t("People on this server")}</h3>
      <InviteForm id={id} onDone={load} />
      <ul className="mt-3 flex flex-col gap-2 text-sm" aria-label={t("Members and invitations")}>
        {sharing?.members.map((member) => (
          <li key={member.id} className="flex items-center justify-between gap-3">
            <span className="min-w-0 truncate">
              {member.name ?? member.email}
              <span className="block text-muted-foreground text-xs">
                {t(ROLE_NAMES[member.role])}
                {member.joinedAt ? "" : ` · ${t("asked, has not joined")}`}
              </span>
            </span>
            <Button
              size="sm"
              variant="ghost"
              onClick={() => void removeMember(member.id)}
              aria-label={t("Remove {name}", { name: member.name ?? member.email })}
            >
              {t("Remove")}
            </Button>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 font-medium">{t("Anybody with a link")}</h3>
      <LinkForm id={id} onDone={load} />
      <ul className="mt-3 flex flex-col gap-2 text-sm" aria-label={t("Links that work")}>
        {sharing?.links.map((link) => (
          <li key={link.id} className="flex items-center justify-between gap-3">
            <span>
              {t("Until {date}", {
                date: new Date(link.expiresAt).toLocaleDateString(DATE_LOCALES[t.language], { dateStyle: "medium" }),
              })}
              {link.allowsDownload ? ` · ${t("with downloads")}` : ""}
            </span>
            <Button size="sm" variant="ghost" onClick={() => void revoke(link.id)}>
              {t("Revoke")}
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
  const t = useText();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<MemberRole>("view");
  const [isPending, setPending] = useState(false);
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const asking = callApi("POST /collections/:id/members", { params: { id }, body: { email, role } });
    if (await orSay(msg("The invitation"), asking, t)) {
      setEmail("");
      await onDone();
    }
    setPending(false);
  };
  return (
    <form onSubmit={invite} className="mt-2 flex flex-wrap items-end gap-2">
      <Field label={t("E-mail address")} className="min-w-48 flex-1">
        <Input type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} required />
      </Field>
      <NativeSelect
        label={t("What they may do")}
        value={role}
        options={MEMBER_ROLES.map((value) => ({ value, label: t(ROLE_NAMES[value]) }))}
        onValueChange={setRole}
      />
      <Button type="submit" pending={isPending}>
        {t("Ask")}
      </Button>
      <p className="w-full text-muted-foreground text-xs">
        {t("Whoever has this address here finds the invitation under Collections. We do not say whether anybody has.")}
      </p>
    </form>
  );
}

function LinkForm({ id, onDone }: FormProps) {
  const t = useText();
  const [days, setDays] = useState<Lifetime>("30");
  const [allowsDownload, setAllowsDownload] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const create = async () => {
    const body = { days: Number(days), allowsDownload };
    const answer = await orSay(msg("The link"), callApi("POST /collections/:id/links", { params: { id }, body }), t);
    if (!answer) return;
    setAddress(`${window.location.origin}/shared/${answer.body.data.token}`);
    await onDone();
  };
  return (
    <div className="mt-2 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <NativeSelect
          label={t("How long it works")}
          value={days}
          options={LIFETIMES.map(({ value, label }) => ({ value, label: t(label) }))}
          onValueChange={setDays}
        />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control */}
        <label className="flex items-center gap-2 text-sm">
          <Checkbox checked={allowsDownload} onCheckedChange={setAllowsDownload} />
          {t("My originals can be downloaded")}
        </label>
        <Button onClick={() => void create()}>{t("Create a link")}</Button>
      </div>
      {address ? (
        <Field
          label={t("The link")}
          description={t("Copy it now: it is not shown again. You can always make another one.")}
        >
          <Input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      ) : null}
    </div>
  );
}
