import { useText } from "#text";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";
import type { Text } from "@/lib/language/text";
import type { Allowance, Usage } from "@/lib/quotas/schema";
import { nextStep } from "@/lib/quotas/sentences";

const NEARLY_FULL = 0.9;

/** How much is used and left, when the quota resets, and what to do once it is used up. */
export function UsageMeters({ usage, nowMs }: { usage: Usage; nowMs: number }) {
  const t = useText();
  const { uploadsToday, storageBytes, role, renewsAt } = usage;
  const seconds = (Date.parse(renewsAt) - nowMs) / 1000;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Meter
        label={t("Uploads today")}
        allowance={uploadsToday}
        format={formatCount}
        hint={
          uploadsToday.left === 0
            ? nextStep({ kind: "uploads_per_day", role }, t)
            : t("Resets at midnight UTC, in {time}", { time: formatTimeSpan(seconds) })
        }
      />
      <Meter
        label={t("Storage")}
        allowance={storageBytes}
        format={formatBytes}
        hint={
          storageBytes.left === 0
            ? nextStep({ kind: "storage_bytes", role }, t)
            : t("Deleted samples count for as long as they can be restored")
        }
      />
    </div>
  );
}

interface MeterProps {
  label: string;
  allowance: Allowance;
  format: (value: number, t: Text) => string;
  hint: string;
}

function Meter({ label, allowance: { used, allowed, left }, format, hint }: MeterProps) {
  const t = useText();
  const share = allowed === null ? null : allowed === 0 ? 1 : Math.min(1, used / allowed);
  return (
    <div>
      <p className="eyebrow">{label}</p>
      <p className="mt-1">
        <span className="figures font-medium text-lg">{format(used, t)}</span>
        <span className="text-muted-foreground text-sm">
          {allowed === null
            ? ` ${t("used, no limit")}`
            : ` ${t("of {allowed}, {left} left", { allowed: format(allowed, t), left: format(left ?? 0, t) })}`}
        </span>
      </p>
      {share === null ? null : (
        <Progress
          value={Math.round(share * 100)}
          label={label}
          valueText={t("{used} of {allowed} used", { used: format(used, t), allowed: format(allowed ?? 0, t) })}
          tone={share >= NEARLY_FULL ? "danger" : "primary"}
          className="mt-2"
        />
      )}
      {allowed === null ? null : <p className="mt-2 text-muted-foreground text-xs">{hint}</p>}
    </div>
  );
}
