import { type CoverValues, coverArt, pathText } from "./cover-art";

/** The picture of a sound. It says nothing that the values beside it do not. */
export function Cover({ values, className }: { values: CoverValues; className?: string }) {
  const { background, shapes } = coverArt(values);
  return (
    <svg viewBox="0 0 100 100" aria-hidden className={className}>
      <rect width="100" height="100" fill={background} />
      {pathText(shapes).map(({ path, fill }) => (
        <path key={path} d={path} fill={fill} />
      ))}
    </svg>
  );
}
