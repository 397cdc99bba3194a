import { PREVIEW_SECONDS } from "@/lib/gallery/constants";

/** How much of a recording strangers can hear. Nobody can hear half of a song of which there is only a quarter. */
export const audibleSeconds = ({ seconds, allowsDownload }: { seconds: number; allowsDownload: boolean }): number =>
  allowsDownload ? seconds : Math.min(seconds, PREVIEW_SECONDS);
