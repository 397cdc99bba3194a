"use client";

import { Scissors } from "lucide-react";
import { type ComponentType, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { SlicesPaneProps } from "./slices-pane";

/** Opens the slices of a sample. Their code comes with the press. */
export function SlicesSection(props: SlicesPaneProps) {
  const t = useText();
  const [Loaded, setLoaded] = useState<ComponentType<SlicesPaneProps> | null>(null);
  const [isLoading, setLoading] = useState(false);
  if (Loaded) return <Loaded {...props} />;
  const open = () => {
    setLoading(true);
    import("./slices-pane").then(
      ({ SlicesPane }) => setLoaded(() => SlicesPane),
      () => {
        setLoading(false);
        toast.error(t("The slices could not be opened"), { description: t("Try again in a moment.") });
      },
    );
  };
  return (
    <Button size="sm" className="self-start" pending={isLoading} onClick={open}>
      {isLoading ? null : <Scissors aria-hidden />}
      {t("Slice this recording")}
    </Button>
  );
}
