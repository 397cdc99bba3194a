/** Of what cannot be downloaded, strangers hear the beginning. */
const PREVIEW_SECONDS = 90;

/** How much of a recording strangers can hear. Nobody can hear half of a song of which there is only a quarter. */
export const audibleSeconds = ({ seconds, allowsDownload }: { seconds: number; allowsDownload: boolean }): number =>
  allowsDownload ? seconds : Math.min(seconds, PREVIEW_SECONDS);
