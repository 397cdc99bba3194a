import type { Ref } from "react";
import { cn } from "@/lib/cn";
import type { Colour } from "@/lib/collections/schema";
import { colourOf } from "./palette";

export interface CollectionCoverProps {
  name: string;
  colour: Colour;
  /** The sample whose cover is shown. Null for a drawn one. */
  coverSampleId: string | null;
  className?: string;
  ref?: Ref<HTMLSpanElement>;
}

/** The cover in a list and the one on the collection's page are the same thing: it goes from one to the other. */
export const carriedCover = (id: string) => `cover of ${id}`;

const BARS = 9;

/** A cover that a sample brings, or bars that follow from the name. The name stands beside it, so it says nothing more. */
export function CollectionCover({ name, colour, coverSampleId, className, ref }: CollectionCoverProps) {
  return (
    <span
      ref={ref}
      aria-hidden
      className={cn(
        "relative block size-14 shrink-0 overflow-hidden rounded-md border border-border-strong",
        className,
      )}
      style={{ backgroundColor: colourOf(colour, 0.32) }}
    >
      <svg viewBox="0 0 36 36" className="absolute inset-0 size-full" aria-hidden>
        {heightsOf(name).map((height, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change places
            key={index}
            x={4.5 + index * 3.1}
            y={18 - height / 2}
            width="2"
            height={height}
            rx="1"
            fill={colourOf(colour, 0.78)}
          />
        ))}
      </svg>
      {coverSampleId ? (
        // biome-ignore lint/performance/noImgElement: private and small, so there is nothing to resize
        <img
          src={`/api/v1/samples/${coverSampleId}/cover`}
          alt=""
          loading="lazy"
          className="absolute inset-0 size-full object-cover"
        />
      ) : null}
    </span>
  );
}

/** Heights of 4–26 that are always the same for a name. */
function heightsOf(name: string): number[] {
  let state = 2_166_136_261;
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return Array.from({ length: BARS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 4 + (state / 2 ** 32) * 22;
  });
}
