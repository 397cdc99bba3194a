import { Facts } from "@/components/admin/facts";
import { When } from "@/components/admin/when";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { PersonBadges } from "./person-badges";

export function PersonFacts({ person, nowMs }: { person: PersonDetail; nowMs: number }) {
  const ways = [person.hasPassword ? "password" : null, ...person.services].filter((way) => way !== null);
  const since = (at: string | null) => (at ? <When at={at} nowMs={nowMs} /> : null);
  return (
    <div className="flex flex-col gap-4">
      <PersonBadges person={person} />
      <Facts
        facts={[
          ["Role", person.role],
          ["Address", person.isVerified ? "Confirmed" : "Not confirmed"],
          ["Id", <code key="id">{person.id}</code>],
          ["Registered", since(person.createdAt)],
          ["Last seen", since(person.lastSeenAt) ?? "Never"],
          ...(person.suspendedAt ? ([["Suspended", since(person.suspendedAt)]] as const) : []),
          ...(person.deletionRequestedAt ? ([["Deletion asked for", since(person.deletionRequestedAt)]] as const) : []),
          ["Signs in by", ways.join(", ") || "nothing yet"],
          ["Second factor", person.hasSecondFactor ? "On" : "Off"],
          ["Samples", `${person.samples.toLocaleString("en")}, ${formatBytes(person.storedBytes)}`],
        ]}
      />
    </div>
  );
}
