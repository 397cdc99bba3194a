import { ArchivePaths } from "@/lib/archives/archive-paths";

const ATTRIBUTION_NAME = "ATTRIBUTION.txt";

/** Where the files of an archive go, and its list of who made them: nobody's sample takes the name of that. */
export function archivePlaces(root: string): { paths: ArchivePaths; attribution: string } {
  const paths = new ArchivePaths(root);
  return { attribution: paths.place("", ATTRIBUTION_NAME), paths };
}
