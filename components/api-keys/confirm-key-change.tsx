"use client";

import { useText } from "#text";
import { acceptRefusal } from "@/components/forms/action-answer";
import { Confirm } from "@/components/forms/confirm";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { revokeApiKeyAction, rotateApiKeyAction } from "@/lib/api-keys/actions";
import type { ApiKeyListing } from "@/lib/api-keys/schema";
import { msg } from "@/lib/language/text";
import { API_KEY_REFUSALS } from "./refusal-text";

/** A key, and what is about to happen to it. */
export interface KeyChange {
  kind: "rotate" | "revoke";
  apiKey: ApiKeyListing;
}

const WORDS = {
  rotate: {
    title: msg("Renew {name}?"),
    text: msg("The key gets a new secret, which is shown once. The current secret stops working immediately."),
    action: msg("Renew key"),
    tone: "primary",
  },
  revoke: {
    title: msg("Revoke {name}?"),
    text: msg(
      "Every program that uses this key loses access immediately, and its open event streams are closed. This cannot be undone.",
    ),
    action: msg("Revoke key"),
    tone: "danger",
  },
} as const;

interface ConfirmKeyChangeProps {
  change: KeyChange;
  onClose: () => void;
  onRotated: (secret: string) => void;
}

export function ConfirmKeyChange({ change: { kind, apiKey }, onClose, onRotated }: ConfirmKeyChangeProps) {
  const t = useText();
  const { pending, run } = useActionRunner(API_KEY_REFUSALS);
  const { id, name } = apiKey;
  const { title, text, action, tone } = WORDS[kind];
  const revoke = () =>
    // A key that is already revoked counts as revoked.
    run(
      kind,
      async () => acceptRefusal(await revokeApiKeyAction({ id }), "not_found"),
      t("{name} was revoked.", { name }),
    );
  const rotate = async () => {
    const renewed = await run(kind, () => rotateApiKeyAction({ id }), null);
    if (renewed) onRotated(renewed.secret);
  };
  const confirm = async () => {
    await (kind === "revoke" ? revoke() : rotate());
    onClose();
  };
  return (
    <Confirm
      title={t(title, { name })}
      description={t(text)}
      action={t(action)}
      tone={tone}
      isPending={pending !== null}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
