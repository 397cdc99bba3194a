import type { YourData } from "@/lib/privacy/schema";
import { DeleteAccount } from "./delete-account";
import { ExportData } from "./export-data";

/** What one can take along, and how one leaves. */
export function YourDataSettings({ data, nowMs }: { data: YourData; nowMs: number }) {
  if (data.isDemo) {
    return (
      <p className="text-muted-foreground text-sm">
        The demo account stays as it is: it can be neither exported nor deleted. An account of your own can be both.
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
