import { Link2Off } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** The same for every link that does not work, so that nobody learns which ones there were. */
export function LinkOver() {
  return (
    <EmptyState
      icon={Link2Off}
      title="This link does not work, or no longer"
      description="It may be incomplete, expired or revoked. Ask whoever sent it for a new one."
    />
  );
}
