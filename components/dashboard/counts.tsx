import { useText } from "#text";
import { StatTile } from "@/components/ui/stat-tile";
import type { DashboardSummary } from "@/lib/samples/schema";
import { CountingNumber } from "./counting-number";

/** The skeleton uses the same grid, so that nothing moves when the numbers arrive. */
export const COUNTS_GRID = "grid grid-cols-2 gap-3 lg:grid-cols-4";

export function Counts({ summary: { counts, storedBytes, analyzedSeconds } }: { summary: DashboardSummary }) {
  const t = useText();
  const underWay = counts.uploading + counts.uploaded + counts.processing;
  return (
    <dl className={COUNTS_GRID} aria-label={t("Library")}>
      <StatTile
        label={t("Samples")}
        value={<CountingNumber value={counts.total} format="count" />}
        hint={t("{count} analysed", { count: counts.completed })}
      />
      <StatTile
        label={t("In progress")}
        value={<CountingNumber value={underWay} format="count" />}
        hint={
          counts.failed > 0 ? (
            <span className="text-danger">{t("{count} failed", { count: counts.failed })}</span>
          ) : (
            t("None failed")
          )
        }
      />
      <StatTile
        label={t("Audio analysed")}
        value={<CountingNumber value={analyzedSeconds} format="timeSpan" />}
        hint={t("Total length")}
      />
      <StatTile
        label={t("Storage used")}
        value={<CountingNumber value={storedBytes} format="bytes" />}
        hint={t("Original files")}
      />
    </dl>
  );
}
