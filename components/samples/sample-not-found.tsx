import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export function SampleNotFound() {
  return (
    <>
      <PageHeader title="Sample" />
      <div className="glass rounded-lg">
        <EmptyState
          icon={SearchX}
          title="Sample not found"
          description="It was deleted, or the address is wrong. A deleted sample can be restored from the trash for ten minutes."
          action={
            <ButtonLink href="/library" variant="primary">
              Open the library
            </ButtonLink>
          }
        />
      </div>
    </>
  );
}
