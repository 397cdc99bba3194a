import { z } from "zod";
import { pageNumber } from "@/lib/admin/page-query";
import type { Role } from "@/lib/identity/permissions";

export const storageQuerySchema = z.object({ page: pageNumber });

/** What one account stores. */
export interface StorageRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  files: number;
  storedBytes: number;
  /** Null for no bound. */
  allowedBytes: number | null;
}

export interface StorageSummary {
  files: number;
  storedBytes: number;
  /** Objects that nothing refers to any more and that are still to be deleted. */
  pendingDeletions: number;
}

/** The file system of a folder. */
export interface DiskSpace {
  /** What lies there. */
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
