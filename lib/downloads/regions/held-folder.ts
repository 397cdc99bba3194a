import "server-only";
import { withTemporaryFolder } from "@/lib/pipeline/steps/temporary-folder";

/**
 * Runs `work` with a folder of its own, which stays until what it returned is released: files are sent from it after the
 * work is done. If the work fails, the folder goes at once.
 */
export function inHeldFolder<T>(work: (folder: string) => Promise<T>): Promise<{ value: T; release: () => void }> {
  return new Promise((resolve, reject) => {
    const held = withTemporaryFolder(async (folder) => {
      const value = await work(folder);
      await new Promise<void>((released) => resolve({ value, release: released }));
    });
    held.catch(reject);
  });
}
