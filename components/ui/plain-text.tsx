import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Up to the last character that is not of the sentence around it. */
const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/;

/** Text that somebody wrote, with its addresses as links. Anything else in it is text, whatever it looks like. */
export function LinkedText({ children }: { children: string }): ReactNode {
  return children.split(ADDRESS).map((part, index) => {
    if (index % 2 === 0 || !URL.canParse(part)) return part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name, and never move.
      <a key={index} href={part} rel="noopener" className="text-primary underline underline-offset-4">
        {part}
      </a>
    );
  });
}

/** Paragraphs, divided by empty lines. */
export function PlainText({ children, className }: { children: string; className?: string }) {
  return (
    <div dir="auto" className={cn("wrap-anywhere flex max-w-prose flex-col gap-4", className)}>
      {children.split("\n\n").map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and never move.
        <p key={index} dir="auto" className="whitespace-pre-line">
          <LinkedText>{paragraph}</LinkedText>
        </p>
      ))}
    </div>
  );
}
