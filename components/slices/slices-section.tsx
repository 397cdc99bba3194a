"use client";

import { Scissors } from "lucide-react";
import { type ComponentType, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { SlicesPaneProps } from "./slices-pane";

/** Opens the slices of a sample. Their code comes with the press. */
export function SlicesSection(props: SlicesPaneProps) {
  const [Loaded, setLoaded] = useState<ComponentType<SlicesPaneProps> | null>(null);
  const [isLoading, setLoading] = useState(false);
  if (Loaded) return <Loaded {...props} />;
  const open = () => {
    setLoading(true);
    import("./slices-pane").then(
      ({ SlicesPane }) => setLoaded(() => SlicesPane),
      () => {
        setLoading(false);
        toast.error("The slices could not be opened", { description: "Try again in a moment." });
      },
    );
  };
  return (
    <Button size="sm" className="self-start" pending={isLoading} onClick={open}>
      {isLoading ? null : <Scissors aria-hidden />}
      Slice this recording
    </Button>
  );
}
