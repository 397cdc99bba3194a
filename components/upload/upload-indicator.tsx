"use client";

import { UploadCloud } from "lucide-react";
import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/format/count";
import { onSessionOpened, openSession } from "./open-session";
import type { UploadSnapshot } from "./upload-store";

const nothing = () => () => {};
const none = () => null;

function useOpenUploads(): UploadSnapshot | null {
  const session = useSyncExternalStore(onSessionOpened, openSession, none);
  return useSyncExternalStore(session?.store.subscribe ?? nothing, session?.store.snapshot ?? none, none);
}

/** Says on every other page how many files are still being uploaded, and leads to them. */
export function UploadIndicator() {
  const t = useText();
  const uploads = useOpenUploads();
  const pathname = usePathname();
  if (uploads === null || uploads.summary.remaining === 0 || pathname === "/upload") return null;
  const { remaining } = uploads.summary;
  const text =
    uploads.pause === null
      ? t.count(remaining, "Uploading {count} file", "Uploading {count} files")
      : t.count(remaining, "Upload paused, {count} file left", "Upload paused, {count} files left");
  return (
    <Link
      href="/upload"
      aria-label={text}
      className="inline-flex h-9 items-center gap-2 whitespace-nowrap rounded-full border border-primary/35 bg-primary/12 px-3 text-primary text-sm transition-colors hover:border-primary"
    >
      <UploadCloud aria-hidden className="size-4" />
      <span className="max-sm:hidden">{text}</span>
      <span className="figures sm:hidden">{formatCount(remaining, t)}</span>
    </Link>
  );
}
