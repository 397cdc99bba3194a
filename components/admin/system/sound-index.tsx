import { Facts } from "@/components/admin/facts";
import { Badge } from "@/components/ui/badge";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import type { IndexStatistics } from "@/lib/similarity/index-process/protocol";

const STATUS = {
  off: { tone: "neutral", label: "Off", means: "Similar sounds are found by the database, slower." },
  starting: { tone: "warning", label: "Starting", means: "Until it is ready, the database compares sounds, slower." },
  building: { tone: "warning", label: "Reading", means: "Until it is ready, the database compares sounds, slower." },
  ready: { tone: "success", label: "Ready", means: null },
} as const;

/** The process that compares sounds, as this process of the application sees it. */
export function SoundIndex({ index: { status, state, restarts } }: { index: IndexStatistics }) {
  const { tone, label, means } = STATUS[status];
  const badge = (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
  return (
    <>
      {means === null ? null : <p className="mb-3 text-muted-foreground text-xs">{means}</p>}
      {state?.trouble ? <p className="mb-3 text-destructive text-xs">The database cannot be read.</p> : null}
      <Facts
        facts={[
          ["State", badge],
          ...(state === null
            ? []
            : ([
                ["Sounds", formatCount(state.rows)],
                ["Libraries", formatCount(state.owners)],
                ["Memory of the index", formatBytes(state.indexBytes)],
                ["Memory of its process", formatBytes(state.processBytes)],
                ["Revision", formatCount(state.watermark)],
                ["Read anew", formatCount(state.rebuilds)],
              ] as const)),
          ...(status === "off" ? [] : ([["Restarts", formatCount(restarts)]] as const)),
        ]}
      />
    </>
  );
}
