import { useText } from "#text";
import { Badge } from "@/components/ui/badge";
import { msg } from "@/lib/language/text";
import type { Health } from "@/lib/platform/health";

const SERVICES = [
  { key: "database", name: msg("Database"), without: msg("Nothing works until it is back.") },
  { key: "storage", name: msg("Object storage"), without: msg("Files cannot be uploaded, played or analysed.") },
  { key: "executor", name: msg("Job executor"), without: msg("Uploads wait and are not analysed.") },
] as const;

const STATES = {
  ok: { tone: "success", label: msg("[service] Running") },
  away: { tone: "danger", label: msg("Not answering") },
  external: { tone: "neutral", label: msg("Hosted elsewhere") },
  no_functions: { tone: "danger", label: msg("Does not know this application") },
  another_address: { tone: "danger", label: msg("Calls another address") },
} as const;
/** States in which a service does its work. */
const WORKING: string[] = ["ok", "external"];

/** The three services, and whether each one worked when the page was loaded. */
export function HealthList({ health }: { health: Health }) {
  const t = useText();
  return (
    <ul className="divide-y divide-border">
      {SERVICES.map(({ key, name, without }) => (
        <li key={key} className="flex items-center justify-between gap-4 py-3 first:pt-0 last:pb-0">
          <div>
            <p className="font-medium text-sm">{t(name)}</p>
            {WORKING.includes(health[key]) ? null : <p className="text-muted-foreground text-xs">{t(without)}</p>}
          </div>
          <Badge tone={STATES[health[key]].tone} dot>
            {t(STATES[health[key]].label)}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
