import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import type { Usage } from "@/lib/quotas/schema";
import { nextStep } from "@/lib/quotas/sentences";

/** How much can still be uploaded, in one line. Shows nothing if there is no limit. */
export function UsageLine({ usage: { uploadsToday, storageBytes, role } }: { usage: Usage }) {
  const t = useText();
  if (uploadsToday.left === null && storageBytes.left === null) return null;
  const left = [
    uploadsToday.left !== null &&
      t("{left} of {allowed} uploads today", { left: uploadsToday.left, allowed: `${uploadsToday.allowed}` }),
    storageBytes.left !== null &&
      t("{left} of {allowed}", {
        left: formatBytes(storageBytes.left, t),
        allowed: formatBytes(storageBytes.allowed ?? 0, t),
      }),
  ].filter((part) => part !== false);
  const isUsedUp = uploadsToday.left === 0 || storageBytes.left === 0;
  const kind = uploadsToday.left === 0 ? "uploads_per_day" : "storage_bytes";
  return (
    <p className={cn("mb-4 text-sm", isUsedUp ? "text-warning" : "text-muted-foreground")}>
      <Rich
        t={t}
        text="Remaining: <values>{left}</values>."
        values={{ left: left.join(" · ") }}
        parts={{ values: (inner) => <span className="figures">{inner}</span> }}
      />{" "}
      {isUsedUp ? `${nextStep({ kind, role }, t)} ` : null}
      <Link href="/settings#usage" className="text-primary underline underline-offset-4">
        {t("Your usage")}
      </Link>
    </p>
  );
}
