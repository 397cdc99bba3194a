"use client";

import { Braces, Download, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { apiAddress } from "@/lib/api/client";
import { deleteWithUndo } from "./delete-with-undo";
import { libraryPath } from "./library-return";

export interface SampleActionsProps {
  sampleId: string;
  fileName: string;
  downloadUrl: string | null;
  isAnalyzed: boolean;
}

/** Actions for one sample: download the file, download the values, delete. */
export function SampleActions({ sampleId, fileName, downloadUrl, isAnalyzed }: SampleActionsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {downloadUrl ? (
        <a href={downloadUrl} download={fileName} className={buttonVariants()}>
          <Download aria-hidden />
          Download
        </a>
      ) : null}
      {isAnalyzed ? (
        <a
          href={apiAddress("GET /samples/:id/features", { params: { id: sampleId }, query: { download: "1" } })}
          download={`${fileName}.analysis.json`}
          className={buttonVariants()}
        >
          <Braces aria-hidden />
          JSON
        </a>
      ) : null}
      <DeleteSample sampleId={sampleId} fileName={fileName} />
    </div>
  );
}

/** Goes to the library at once. Undo restores the sample and returns to its page. */
export function DeleteSample({ sampleId, fileName }: { sampleId: string; fileName: string }) {
  const router = useRouter();
  const back = () => router.push(`/samples/${sampleId}`);
  return (
    <Button
      variant="danger"
      onClick={() =>
        void deleteWithUndo({
          ids: [sampleId],
          name: fileName,
          onRemoved: () => router.push(libraryPath()),
          onFailed: back,
          onRestored: () => {},
          onUndone: back,
        })
      }
    >
      <Trash2 aria-hidden />
      Delete
    </Button>
  );
}
