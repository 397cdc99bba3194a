import { useText } from "#text";
import type { YourData } from "@/lib/privacy/schema";
import { DeleteAccount } from "./delete-account";
import { ExportData } from "./export-data";

/** Export of a person's data, and deletion of their account. */
export function YourDataSettings({ data, nowMs }: { data: YourData; nowMs: number }) {
  const t = useText();
  if (data.isDemo) {
    return (
      <p className="text-muted-foreground text-sm">
        {t("The demo account cannot be exported or deleted. With your own account you can do both.")}
      </p>
    );
  }
  return (
    <div>
      <ExportData latest={data.latestExport} hasPassword={data.hasPassword} nowMs={nowMs} />
      <DeleteAccount samples={data.samples} storedBytes={data.storedBytes} hasPassword={data.hasPassword} />
    </div>
  );
}
