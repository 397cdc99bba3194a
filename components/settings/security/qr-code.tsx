import { useMemo } from "react";
import { encode } from "uqr";

const QUIET_MODULES = 4;

/** Black on white in both themes, with the empty border that the standard asks for, so that cameras can read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => outline(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-md bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}

function outline(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_MODULES });
  const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: cells.join(""), size };
}
