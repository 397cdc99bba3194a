import { useText } from "#text";
import { Facts } from "@/components/admin/facts";
import { When } from "@/components/listing/when";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { PersonBadges } from "./person-badges";

export function PersonFacts({ person, nowMs }: { person: PersonDetail; nowMs: number }) {
  const t = useText();
  const ways = [person.hasPassword ? t("password") : null, ...person.services].filter((way) => way !== null);
  const since = (at: string | null) => (at ? <When at={at} nowMs={nowMs} /> : null);
  return (
    <div className="flex flex-col gap-4">
      <PersonBadges person={person} />
      <Facts
        facts={[
          [t("Role"), t(person.roleName)],
          [t("E-mail address"), person.isVerified ? t("Confirmed") : t("Not confirmed")],
          ["ID", <code key="id">{person.id}</code>],
          [t("Registered"), since(person.createdAt)],
          [t("Last active"), since(person.lastSeenAt) ?? t("Never")],
          ...(person.suspendedAt ? ([[t("Suspended"), since(person.suspendedAt)]] as const) : []),
          ...(person.deletionRequestedAt
            ? ([[t("Deletion requested"), since(person.deletionRequestedAt)]] as const)
            : []),
          [t("Signs in with"), ways.join(", ") || t("nothing yet")],
          [t("Two-factor authentication"), person.hasSecondFactor ? t("On") : t("Off")],
          [t("Samples"), `${formatCount(person.samples, t)}, ${formatBytes(person.storedBytes, t)}`],
        ]}
      />
    </div>
  );
}
