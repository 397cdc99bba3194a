"use client";

import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { KeyScope } from "@/lib/api-keys/constants";
import type { ApiKeyListing } from "@/lib/api-keys/schema";
import { helpAddress } from "@/lib/help/addresses";
import { ApiKeyRow } from "./api-key-row";
import { ConfirmKeyChange, type KeyChange } from "./confirm-key-change";
import { CreateKeyDialog } from "./create-key-dialog";
import { SecretOnce } from "./secret-once";

interface ApiKeysProps {
  keys: readonly ApiKeyListing[];
  scopes: readonly KeyScope[];
  /** Why this account cannot create or use keys, or null if it can. Old keys can still be revoked. */
  reason: string | null;
  nowMs: number;
}

export function ApiKeys({ keys, scopes, reason, nowMs }: ApiKeysProps) {
  const t = useText();
  const [isCreating, setCreating] = useState(false);
  const [change, setChange] = useState<KeyChange | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const created = (next: string) => {
    setCreating(false);
    setSecret(next);
  };
  const create = reason ? undefined : (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      {t("New key")}
    </Button>
  );
  return (
    <>
      {keys.length === 0 ? (
        <EmptyState
          icon={KeyRound}
          help={helpAddress("api")}
          title={reason ? t("API keys are not available") : t("No API keys yet")}
          description={reason ?? t("With an API key a program can use the API without your password.")}
          action={create}
        />
      ) : (
        <div className="px-5 pb-2">
          <div className="flex flex-wrap items-center justify-between gap-3 border-b pt-4 pb-4">
            <p className="text-muted-foreground text-sm">
              {reason ?? t.count(keys.length, "{count} API key", "{count} API keys")}
            </p>
            {create}
          </div>
          <KeyList keys={keys} nowMs={nowMs} mayRotate={reason === null} onChange={setChange} />
        </div>
      )}
      <CreateKeyDialog isOpen={isCreating} scopes={scopes} onClose={() => setCreating(false)} onCreated={created} />
      {change ? <ConfirmKeyChange change={change} onClose={() => setChange(null)} onRotated={setSecret} /> : null}
      <SecretOnce secret={secret} onDone={() => setSecret(null)} />
    </>
  );
}

interface KeyListProps {
  keys: readonly ApiKeyListing[];
  nowMs: number;
  mayRotate: boolean;
  onChange: (change: KeyChange) => void;
}

function KeyList({ keys, nowMs, mayRotate, onChange }: KeyListProps) {
  const t = useText();
  return (
    <ul aria-label={t("API keys")} className="divide-y divide-border">
      {keys.map((apiKey) => (
        <ApiKeyRow
          key={apiKey.id}
          apiKey={apiKey}
          nowMs={nowMs}
          mayRotate={mayRotate && !apiKey.isExpired}
          onRotate={() => onChange({ kind: "rotate", apiKey })}
          onRevoke={() => onChange({ kind: "revoke", apiKey })}
        />
      ))}
    </ul>
  );
}
