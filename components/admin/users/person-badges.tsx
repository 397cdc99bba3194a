import { useText } from "#text";
import { Badge } from "@/components/ui/badge";
import type { PersonRow } from "@/lib/admin/people/schema";

type Marked = Pick<
  PersonRow,
  "isDemo" | "isBeta" | "isVerified" | "mustVerify" | "suspendedAt" | "deletionRequestedAt"
>;

/** What makes an account different from most others. */
export function PersonBadges({ person }: { person: Marked }) {
  const t = useText();
  const { suspendedAt, deletionRequestedAt, isDemo, isBeta, isVerified, mustVerify } = person;
  return (
    <span className="flex flex-wrap gap-1.5">
      {suspendedAt ? <Badge tone="danger">{t("Suspended")}</Badge> : null}
      {deletionRequestedAt ? <Badge tone="warning">{t("To be deleted")}</Badge> : null}
      {isDemo ? <Badge tone="accent">{t("Demo")}</Badge> : null}
      {isBeta ? <Badge tone="primary">{t("Beta")}</Badge> : null}
      {mustVerify && !isVerified ? <Badge tone="warning">{t("Must confirm e-mail")}</Badge> : null}
    </span>
  );
}
