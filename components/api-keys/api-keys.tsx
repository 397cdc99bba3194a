"use client";

import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ApiKeyListing } from "@/lib/api-keys/schema";
import type { Permission } from "@/lib/identity/permissions";
import { ApiKeyRow } from "./api-key-row";
import { ConfirmKeyChange, type KeyChange } from "./confirm-key-change";
import { CreateKeyDialog } from "./create-key-dialog";
import { SecretOnce } from "./secret-once";

interface ApiKeysProps {
  keys: readonly ApiKeyListing[];
  scopes: readonly Permission[];
  /** Why no key can be made or used; null where they can. Old ones may still be revoked. */
  reason: string | null;
  nowMs: number;
}

export function ApiKeys({ keys, scopes, reason, nowMs }: ApiKeysProps) {
  const [isCreating, setCreating] = useState(false);
  const [change, setChange] = useState<KeyChange | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      New key
    </Button>
  );
  const made = (next: string) => {
    setCreating(false);
    setSecret(next);
  };
  return (
    <>
      {keys.length === 0 ? (
        <EmptyState
          icon={KeyRound}
          title={reason ? "No API keys for this account" : "No keys yet"}
          description={reason ?? "A key lets a program of yours use the API without your password."}
          action={reason ? undefined : create}
        />
      ) : (
        <div className="px-5 pb-2">
          <div className="flex flex-wrap items-center justify-between gap-3 border-b pt-4 pb-4">
            <p className="text-muted-foreground text-sm">
              {reason ?? `${keys.length} ${keys.length === 1 ? "key" : "keys"}`}
            </p>
            {reason ? null : create}
          </div>
          <ul aria-label="API keys" className="divide-y divide-border">
            {keys.map((apiKey) => (
              <ApiKeyRow
                key={apiKey.id}
                apiKey={apiKey}
                nowMs={nowMs}
                mayRotate={reason === null && !apiKey.isExpired}
                onRotate={() => setChange({ kind: "rotate", apiKey })}
                onRevoke={() => setChange({ kind: "revoke", apiKey })}
              />
            ))}
          </ul>
        </div>
      )}
      <CreateKeyDialog isOpen={isCreating} scopes={scopes} onClose={() => setCreating(false)} onMade={made} />
      {change ? <ConfirmKeyChange change={change} onClose={() => setChange(null)} onRotated={setSecret} /> : null}
      <SecretOnce secret={secret} onDone={() => setSecret(null)} />
    </>
  );
}
