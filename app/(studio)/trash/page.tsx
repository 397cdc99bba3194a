import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { LibraryLink } from "@/components/samples/library-link";
import { Trash } from "@/components/trash/trash";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { formatMinutes } from "@/lib/format/time";
import { helpAddress } from "@/lib/help/addresses";
import { UNDO_WINDOW_SECONDS } from "@/lib/samples/constants";
import { loadTrash } from "@/lib/samples/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Trash") };
}

export default function TrashPage() {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("library", "deleting-and-the-trash")}
        title={t("Trash")}
        description={t("Deleted samples stay here for {time}. Then they are permanently deleted.", {
          time: formatMinutes(UNDO_WINDOW_SECONDS, t),
        })}
        actions={
          <LibraryLink className="text-primary text-sm underline underline-offset-4">
            {t("Back to the library")}
          </LibraryLink>
        }
      />
      <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
        <Deleted />
      </Suspense>
    </>
  );
}

async function Deleted() {
  return <Trash {...(await loadTrash())} nowMs={Date.now()} />;
}
