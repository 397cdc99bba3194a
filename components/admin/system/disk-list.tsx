import { useText } from "#text";
import { Progress } from "@/components/ui/progress";
import type { DiskSpace } from "@/lib/admin/system/schema";
import { formatBytes } from "@/lib/format/bytes";

const NEARLY_FULL = 0.9;

/** The disks that this process writes to, and how full they are. */
export function DiskList({ disks }: { disks: readonly DiskSpace[] }) {
  const t = useText();
  return (
    <ul className="flex flex-col gap-5">
      {disks.map(({ holds, path, totalBytes, freeBytes }) => {
        const share = totalBytes === 0 ? 0 : (totalBytes - freeBytes) / totalBytes;
        const text = t("{free} of {total} free", {
          free: formatBytes(freeBytes, t),
          total: formatBytes(totalBytes, t),
        });
        return (
          <li key={holds}>
            <p className="flex flex-wrap justify-between gap-x-4 text-sm">
              <span className="font-medium">{t(holds)}</span>
              <span className="figures text-muted-foreground">{text}</span>
            </p>
            <Progress
              value={Math.round(share * 100)}
              label={t("Disk used by {what}", { what: t(holds) })}
              valueText={text}
              tone={share >= NEARLY_FULL ? "danger" : "primary"}
              className="mt-2"
            />
            <code className="mt-1.5 block break-all text-muted-foreground text-xs">{path}</code>
          </li>
        );
      })}
    </ul>
  );
}
