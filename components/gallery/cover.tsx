import { coverPaths } from "./cover-paths";
import { COVER_VIEW, type CoverProps } from "./cover-props";

/** The picture of a sound. It says nothing that the values beside it do not. In the browser: `cover.browser.tsx`. */
export function Cover({ values, className }: CoverProps) {
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
