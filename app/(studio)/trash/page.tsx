import type { Metadata } from "next";
import { Suspense } from "react";
import { LibraryLink } from "@/components/samples/library-link";
import { Trash } from "@/components/trash/trash";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { formatMinutes } from "@/lib/format/time";
import { helpAddress } from "@/lib/help/addresses";
import { UNDO_WINDOW_SECONDS } from "@/lib/samples/constants";
import { loadTrash } from "@/lib/samples/loaders";

export const metadata: Metadata = { title: "Trash" };

export default function TrashPage() {
  return (
    <>
      <PageHeader
        help={helpAddress("library", "deleting-and-the-trash")}
        title="Trash"
        description={`Deleted samples stay here for ${formatMinutes(UNDO_WINDOW_SECONDS)}. Then they are permanently deleted.`}
        actions={
          <LibraryLink className="text-primary text-sm underline underline-offset-4">Back to the library</LibraryLink>
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
