import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { UploadStudio } from "@/components/upload/upload-studio";

export const metadata: Metadata = { title: "Upload" };

export default function UploadPage() {
  return (
    <>
      <PageHeader
        title="Upload"
        description="Each file is measured as soon as it has arrived: tempo, key, loudness, spectrum and waveform."
      />
      <UploadStudio />
    </>
  );
}
