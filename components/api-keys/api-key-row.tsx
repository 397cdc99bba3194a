"use client";

import { KeyRound, RotateCw, Trash2 } from "lucide-react";
import { useText } from "#text";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { ApiKeyListing } from "@/lib/api-keys/schema";
import { formatDate, formatRelativeTime } from "@/lib/format/time";
import type { Text } from "@/lib/language/text";

interface ApiKeyRowProps {
  apiKey: ApiKeyListing;
  nowMs: number;
  mayRotate: boolean;
  onRotate: () => void;
  onRevoke: () => void;
}

/** Shows what a key is recognised by, but never the key itself. */
export function ApiKeyRow({ apiKey, nowMs, mayRotate, onRotate, onRevoke }: ApiKeyRowProps) {
  const t = useText();
  return (
    <li className="flex items-start gap-4 py-4">
      <KeyRound aria-hidden className="mt-0.5 hidden size-5 shrink-0 text-muted-foreground sm:block" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 break-words font-medium text-sm">{apiKey.name}</span>
          <code className="font-mono text-muted-foreground text-xs">{apiKey.prefix}…</code>
          {apiKey.isExpired ? <Badge tone="warning">{t("Expired")}</Badge> : null}
        </p>
        <p className="mt-1 text-muted-foreground text-xs">{usageText(apiKey, nowMs, t)}</p>
        <ul aria-label={t("Permissions of {name}", { name: apiKey.name })} className="mt-2 flex flex-wrap gap-1.5">
          {apiKey.scopes.map((scope) => (
            <li key={scope}>
              <Badge className="font-mono">{scope}</Badge>
            </li>
          ))}
        </ul>
        {apiKey.allowedCidrs.length > 0 ? (
          <p className="mt-2 break-words font-mono text-muted-foreground text-xs">
            {t("Only from: {addresses}", { addresses: apiKey.allowedCidrs.join(", ") })}
          </p>
        ) : null}
      </div>
      <div className="flex shrink-0 gap-1">
        {mayRotate ? (
          <IconButton label={t("Renew {name}", { name: apiKey.name })} size="icon-sm" onClick={onRotate}>
            <RotateCw aria-hidden />
          </IconButton>
        ) : null}
        <IconButton label={t("Revoke {name}", { name: apiKey.name })} size="icon-sm" onClick={onRevoke}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}

function usageText(apiKey: ApiKeyListing, nowMs: number, t: Text): string {
  const { requestsPerMinute, createdAt } = apiKey;
  return [
    lastUseText(apiKey, nowMs, t),
    t("created {when}", { when: formatRelativeTime(createdAt, nowMs, t) }),
    expiryText(apiKey, t),
    ...(requestsPerMinute === null ? [] : [t("{count} requests per minute", { count: requestsPerMinute })]),
  ].join(" · ");
}

function lastUseText({ lastUsedAt, lastUsedAddress: address }: ApiKeyListing, nowMs: number, t: Text): string {
  if (!lastUsedAt) return t("Never used");
  const when = formatRelativeTime(lastUsedAt, nowMs, t);
  return address ? t("Last used {when} from {address}", { when, address }) : t("Last used {when}", { when });
}

function expiryText({ expiresAt, isExpired }: ApiKeyListing, t: Text): string {
  if (!expiresAt) return t("does not expire");
  const date = formatDate(expiresAt, t);
  return isExpired ? t("expired on {date}", { date }) : t("expires on {date}", { date });
}
