import { SearchX } from "lucide-react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export function SampleNotFound() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("Sample")} />
      <div className="glass rounded-lg">
        <EmptyState
          icon={SearchX}
          title={t("Sample not found")}
          description={t(
            "It was deleted, or the address is wrong. A deleted sample can be restored from the trash for ten minutes.",
          )}
          action={
            <ButtonLink href="/library" variant="primary">
              {t("Open the library")}
            </ButtonLink>
          }
        />
      </div>
    </>
  );
}
