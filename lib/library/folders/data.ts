import "server-only";
import type { Result } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import type { LibraryFolder, LibraryFoldersQuestion } from "@/lib/library/schema";

/** One page of the folders directly below one. */
export async function findLibraryFolders(
  _owner: ActorId,
  _question: LibraryFoldersQuestion,
): Promise<Result<{ data: LibraryFolder[]; nextCursor: string | null }, "invalid_cursor">> {
  throw new Error("to follow");
}
