import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default function SampleNotFound() {
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={SearchX}
        title="This sample is not here"
        description="It was deleted, or the address is mistyped. What was deleted can be undone for ten minutes."
        action={
          <ButtonLink href="/library" variant="primary">
            Open the library
          </ButtonLink>
        }
      />
    </div>
  );
}
