import { useText } from "#text";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import type { ScanState } from "@/lib/imports/schema";
import { percentDone, progressText, reasonText, scanStatus } from "./scan-text";

const OVER: readonly ScanState["status"][] = ["completed", "cancelled"];

export function ScanBadge({ scan }: { scan: ScanState }) {
  const t = useText();
  const { label, tone } = scanStatus(scan);
  return (
    <Badge tone={tone} dot={tone === "primary" ? "pulse" : true}>
      {t(label)}
    </Badge>
  );
}

/** How far a scan is, or why it does not go on. Nothing once all is done. */
export function ScanProgress({ scan, name }: { scan: ScanState; name: string }) {
  const t = useText();
  const isDone = OVER.includes(scan.status) && scan.analysing === 0;
  if (isDone || scan.status === "cancelled") return null;
  const text = progressText(scan, t);
  return (
    <div className="mt-3">
      {scan.reason ? <p className="mb-2 text-sm">{t(reasonText(scan.reason))}</p> : null}
      <Progress value={percentDone(scan)} label={t("Import of {name}", { name })} valueText={text} />
      <p className="figures mt-1.5 text-muted-foreground text-xs">{text}</p>
    </div>
  );
}
