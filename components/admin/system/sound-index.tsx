import { useText } from "#text";
import { Facts } from "@/components/admin/facts";
import { Badge } from "@/components/ui/badge";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import { msg } from "@/lib/language/text";
import type { IndexStatistics } from "@/lib/similarity/index-process/protocol";

const STATUS = {
  off: { tone: "neutral", label: msg("[index] Off"), means: msg("Similar sounds are found by the database, slower.") },
  starting: {
    tone: "warning",
    label: msg("[index] Starting"),
    means: msg("Until it is ready, the database compares sounds, slower."),
  },
  building: {
    tone: "warning",
    label: msg("[index] Reading"),
    means: msg("Until it is ready, the database compares sounds, slower."),
  },
  ready: { tone: "success", label: msg("[index] Ready"), means: null },
} as const;

/** The process that compares sounds, as this process of the application sees it. */
export function SoundIndex({ index: { status, state, restarts } }: { index: IndexStatistics }) {
  const t = useText();
  const { tone, label, means } = STATUS[status];
  const badge = (
    <Badge tone={tone} dot>
      {t(label)}
    </Badge>
  );
  return (
    <>
      {means === null ? null : <p className="mb-3 text-muted-foreground text-xs">{t(means)}</p>}
      {state?.trouble ? <p className="mb-3 text-destructive text-xs">{t("The database cannot be read.")}</p> : null}
      <Facts
        facts={[
          [t("State"), badge],
          ...(state === null
            ? []
            : ([
                [t("Sounds"), formatCount(state.rows, t)],
                [t("Libraries"), formatCount(state.owners, t)],
                [t("Memory of the index"), formatBytes(state.indexBytes, t)],
                [t("Memory of its process"), formatBytes(state.processBytes, t)],
                [t("Revision"), formatCount(state.watermark, t)],
                [t("Read anew"), formatCount(state.rebuilds, t)],
              ] as const)),
          ...(status === "off" ? [] : ([[t("Restarts"), formatCount(restarts, t)]] as const)),
        ]}
      />
    </>
  );
}
