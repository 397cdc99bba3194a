import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { Link } from "@/components/ui/link";
import type { JobRow } from "@/lib/admin/jobs/schema";

export function FailureList({ failures, nowMs }: { failures: readonly JobRow[]; nowMs: number }) {
  const t = useText();
  if (failures.length === 0) return <p className="text-muted-foreground text-sm">{t("No failed analyses.")}</p>;
  return (
    <ul className="divide-y divide-border">
      {failures.map(({ sampleId, fileName, failure, owner, since }) => (
        <li key={sampleId} className="flex items-baseline justify-between gap-4 py-2.5 text-sm first:pt-0 last:pb-0">
          <div className="min-w-0">
            <p className="truncate font-medium">{fileName}</p>
            <p className="truncate text-muted-foreground text-xs">
              <Rich
                t={t}
                text="<error>{code}</error> for <account>{email}</account>"
                values={{ code: failure?.code ?? t("unknown"), email: owner.email }}
                parts={{
                  error: (inner) => <code className="text-danger">{inner}</code>,
                  account: (inner) => (
                    <Link
                      href={`/admin/users/${owner.id}`}
                      className="rounded-sm underline underline-offset-2 hover:text-primary"
                    >
                      {inner}
                    </Link>
                  ),
                }}
              />
            </p>
          </div>
          <span className="shrink-0 text-muted-foreground text-xs">
            <When at={since} nowMs={nowMs} />
          </span>
        </li>
      ))}
    </ul>
  );
}
