import { Facts } from "@/components/admin/facts";
import { When } from "@/components/listing/when";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { PersonBadges } from "./person-badges";

export function PersonFacts({ person, nowMs }: { person: PersonDetail; nowMs: number }) {
  const ways = [person.hasPassword ? "password" : null, ...person.services].filter((way) => way !== null);
  const since = (at: string | null) => (at ? <When at={at} nowMs={nowMs} /> : null);
  return (
    <div className="flex flex-col gap-4">
      <PersonBadges person={person} />
      <Facts
        facts={[
          ["Role", person.roleName],
          ["E-mail address", person.isVerified ? "Confirmed" : "Not confirmed"],
          ["ID", <code key="id">{person.id}</code>],
          ["Registered", since(person.createdAt)],
          ["Last active", since(person.lastSeenAt) ?? "Never"],
          ...(person.suspendedAt ? ([["Suspended", since(person.suspendedAt)]] as const) : []),
          ...(person.deletionRequestedAt ? ([["Deletion requested", since(person.deletionRequestedAt)]] as const) : []),
          ["Signs in with", ways.join(", ") || "nothing yet"],
          ["Two-factor authentication", person.hasSecondFactor ? "On" : "Off"],
          ["Samples", `${formatCount(person.samples)}, ${formatBytes(person.storedBytes)}`],
        ]}
      />
    </div>
  );
}
