import { Badge } from "@/components/ui/badge";
import type { Health } from "@/lib/platform/health";

const SERVICES = [
  { key: "database", name: "Database", without: "Nothing works until it is back." },
  { key: "storage", name: "Object storage", without: "Files cannot be uploaded, played or analysed." },
  { key: "executor", name: "Job executor", without: "Uploads wait and are not analysed." },
] as const;

const STATES = {
  ok: { tone: "success", label: "Running" },
  away: { tone: "danger", label: "Not answering" },
  external: { tone: "neutral", label: "Hosted elsewhere" },
  no_functions: { tone: "danger", label: "Does not know this application" },
  another_address: { tone: "danger", label: "Calls another address" },
} as const;
/** States in which a service does its work. */
const WORKING: string[] = ["ok", "external"];

/** The three services, and whether each one worked when the page was loaded. */
export function HealthList({ health }: { health: Health }) {
  return (
    <ul className="divide-y divide-border">
      {SERVICES.map(({ key, name, without }) => (
        <li key={key} className="flex items-center justify-between gap-4 py-3 first:pt-0 last:pb-0">
          <div>
            <p className="font-medium text-sm">{name}</p>
            {WORKING.includes(health[key]) ? null : <p className="text-muted-foreground text-xs">{without}</p>}
          </div>
          <Badge tone={STATES[health[key]].tone} dot>
            {STATES[health[key]].label}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
