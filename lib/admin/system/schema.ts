import { z } from "zod";
import { pageNumber } from "@/lib/admin/page-query";
import type { StrangeObjects } from "@/lib/objects/reconciliation/schema";

export const storageQuerySchema = z.object({ page: pageNumber });

/** How much one account stores. */
export interface StorageRow {
  id: string;
  name: string;
  email: string;
  /** As pages name it. */
  role: string;
  files: number;
  storedBytes: number;
  /** Null for no limit. */
  allowedBytes: number | null;
}

export interface StorageSummary {
  files: number;
  storedBytes: number;
  /** Objects that are no longer in use and not deleted yet. */
  pendingDeletions: number;
  /** Samples whose original file storage has lost. */
  missingOriginals: number;
  /** Stored objects that are probably another installation's, as of the last daily check. */
  strangeObjects: StrangeObjects[];
}

/** The disk that a folder is on. */
export interface DiskSpace {
  /** What the folder contains. */
  holds: string;
  path: string;
  totalBytes: number;
  freeBytes: number;
}

export interface MachineFacts {
  versions: { name: string; version: string }[];
  appUptimeSeconds: number;
  databaseUptimeSeconds: number;
  databaseBytes: number;
  appMemoryBytes: number;
  disks: DiskSpace[];
}
