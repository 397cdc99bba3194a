import { Link2Off } from "lucide-react";
import { useText } from "#text";
import { EmptyState } from "@/components/ui/empty-state";

/** The same for every link that does not work, so that nobody learns which ones there were. */
export function LinkOver() {
  const t = useText();
  return (
    <EmptyState
      icon={Link2Off}
      title={t("This link does not work, or no longer")}
      description={t("It may be incomplete, expired or revoked. Ask whoever sent it for a new one.")}
    />
  );
}
