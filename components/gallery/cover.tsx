import type { CoverValues } from "./cover-art";
import { COVER_VIEW, coverPaths } from "./cover-paths";

/** The picture of a sound. It says nothing that the values beside it do not. */
export function Cover({ values, className }: { values: CoverValues; className?: string }) {
  return (
    <svg
      viewBox={COVER_VIEW}
      aria-hidden
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: paths made of numbers, in which nothing is anybody's text.
      dangerouslySetInnerHTML={{ __html: coverPaths(values) }}
    />
  );
}
