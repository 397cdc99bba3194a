import { useText } from "#text";
import { formatCount } from "@/lib/format/count";

export const ReactionCount = ({ of }: { of: number }) => (
  <span className="figures text-muted-foreground">{formatCount(of, useText())}</span>
);
