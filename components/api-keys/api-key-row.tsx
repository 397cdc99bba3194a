"use client";

import { KeyRound, RotateCw, Trash2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { ApiKeyListing } from "@/lib/api-keys/schema";
import { formatDate, formatRelativeTime } from "@/lib/format/time";

interface ApiKeyRowProps {
  apiKey: ApiKeyListing;
  nowMs: number;
  mayRotate: boolean;
  onRotate: () => void;
  onRevoke: () => void;
}

/** Shows what a key is recognised by, but never the key itself. */
export function ApiKeyRow({ apiKey, nowMs, mayRotate, onRotate, onRevoke }: ApiKeyRowProps) {
  return (
    <li className="flex items-start gap-4 py-4">
      <KeyRound aria-hidden className="mt-0.5 hidden size-5 shrink-0 text-muted-foreground sm:block" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 break-words font-medium text-sm">{apiKey.name}</span>
          <code className="font-mono text-muted-foreground text-xs">{apiKey.prefix}…</code>
          {apiKey.isExpired ? <Badge tone="warning">Expired</Badge> : null}
        </p>
        <p className="mt-1 text-muted-foreground text-xs">{usageText(apiKey, nowMs)}</p>
        <ul aria-label={`Permissions of ${apiKey.name}`} className="mt-2 flex flex-wrap gap-1.5">
          {apiKey.scopes.map((scope) => (
            <li key={scope}>
              <Badge className="font-mono">{scope}</Badge>
            </li>
          ))}
        </ul>
        {apiKey.allowedCidrs.length > 0 ? (
          <p className="mt-2 break-words font-mono text-muted-foreground text-xs">
            Only from: {apiKey.allowedCidrs.join(", ")}
          </p>
        ) : null}
      </div>
      <div className="flex shrink-0 gap-1">
        {mayRotate ? (
          <IconButton label={`Renew ${apiKey.name}`} size="icon-sm" onClick={onRotate}>
            <RotateCw aria-hidden />
          </IconButton>
        ) : null}
        <IconButton label={`Revoke ${apiKey.name}`} size="icon-sm" onClick={onRevoke}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}

function usageText(apiKey: ApiKeyListing, nowMs: number): string {
  const { lastUsedAt, lastUsedAddress, expiresAt, isExpired, requestsPerMinute, createdAt } = apiKey;
  const from = lastUsedAddress ? ` from ${lastUsedAddress}` : "";
  const used = lastUsedAt ? `Last used ${formatRelativeTime(lastUsedAt, nowMs)}${from}` : "Never used";
  const date = expiresAt && formatDate(expiresAt);
  const expiry = date ? `${isExpired ? "expired on" : "expires on"} ${date}` : "does not expire";
  const rate = requestsPerMinute === null ? "" : ` · ${requestsPerMinute} requests per minute`;
  return `${used} · created ${formatRelativeTime(createdAt, nowMs)} · ${expiry}${rate}`;
}
