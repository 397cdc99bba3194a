import type { LibraryCaller } from "./caller";

/** A figure that there is a target for. */
export interface Figure {
  what: string;
  measured: number;
  /** Not more than this. */
  target: number;
  unit: "ms" | "s" | "MB";
}

export interface SectionReport {
  /** Markdown without a heading. */
  text: string;
  figures: Figure[];
}

/** What a section measures with. It runs in a process of the application. */
export interface LibraryBench {
  /** The owner of some 50,000 samples in a library of twice as many. */
  owner: { id: string; size: number };
  /** Calls the API as this owner's browser does. */
  caller: LibraryCaller;
  /** Of the owner of the tables. */
  databaseUrl: string;
}

/** One part of the benchmark: a file of its own, named in `sections.ts`. */
export interface Section {
  /** As `--only` has it. */
  name: string;
  title: string;
  measure(bench: LibraryBench): Promise<SectionReport>;
}
