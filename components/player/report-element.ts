import type { BeginPlay } from "@/lib/plays/schema";
import { PlayReporter } from "./play-reports";

/** What is listened to of an audio element. */
type Sound = Pick<
  HTMLMediaElement,
  "currentTime" | "paused" | "muted" | "volume" | "seeking" | "addEventListener" | "removeEventListener"
>;
type MakeReporter = (about: Pick<BeginPlay, "publicationId" | "context">) => PlayReporter;

/**
 * Reports the plays of an audio element until the returned function is called: each from where the sound begins to where it
 * ends. Between two events it has played on, unless somebody has jumped.
 */
export function reportElement(
  sound: Sound,
  about: Pick<BeginPlay, "publicationId" | "context">,
  makeReporter: MakeReporter = (play) => new PlayReporter(play),
): () => void {
  let reporter: PlayReporter | null = null;
  let heardTo: number | null = null;
  const isMuted = () => sound.muted || sound.volume === 0;
  const begin = () => {
    reporter ??= makeReporter(about);
    reporter.muted(isMuted());
    void reporter.begin();
    heardTo = sound.currentTime;
  };
  const follow = () => {
    if (heardTo !== null && !sound.seeking) reporter?.heard(heardTo, sound.currentTime);
    heardTo = sound.paused ? null : sound.currentTime;
  };
  const end = () => {
    reporter?.end();
    reporter = null;
    heardTo = null;
  };
  const jump = () => {
    heardTo = null;
  };
  const events = {
    playing: begin,
    timeupdate: follow,
    pause: follow,
    seeking: jump,
    seeked: () => {
      heardTo = sound.paused ? null : sound.currentTime;
    },
    volumechange: () => reporter?.muted(isMuted()),
    ended: end,
    emptied: end,
  };
  for (const [name, listener] of Object.entries(events)) sound.addEventListener(name, listener);
  const onVisibility = () => reporter?.visible(document.visibilityState === "visible");
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", end);
  // The browser's own player works before our script is there.
  if (!sound.paused) begin();
  return () => {
    end();
    for (const [name, listener] of Object.entries(events)) sound.removeEventListener(name, listener);
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pagehide", end);
  };
}
