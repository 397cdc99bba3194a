import { z } from "zod";
import { HEARD_PARTS_MAX, PLAY_CONTEXTS } from "./constants";

/** No recording is longer; a number beyond it is no position. */
const POSITION_MAX_SECONDS = 7 * 24 * 60 * 60;
const BEATS_MAX = 100_000;

const seconds = z.number().min(0).max(POSITION_MAX_SECONDS);

export const beginPlaySchema = z.object({
  publicationId: z.uuid().toLowerCase(),
  context: z.enum(PLAY_CONTEXTS),
  /** What the browser says of itself: whether a program drives it. */
  isDriven: z.boolean().default(false),
});
export type BeginPlay = z.input<typeof beginPlaySchema>;

/** Says everything that was heard since the play began, so that a lost or repeated one changes nothing. */
export const heartbeatSchema = z.object({
  publicationId: z.uuid().toLowerCase(),
  /** 1, 2, 3, … in the order in which they were sent. */
  number: z.number().int().min(1).max(BEATS_MAX),
  /** Which parts of the recording were heard. */
  parts: z.array(z.tuple([seconds, seconds])).max(HEARD_PARTS_MAX),
  positionSeconds: seconds,
  /** Whether the player was muted for as long as it has played. Parts that were played while it was muted are not named. */
  isMuted: z.boolean(),
  /** For how long nobody has seen the page; 0 while it is seen. */
  hiddenSeconds: seconds,
  /** Since the play began, by the browser's clock. */
  clockSeconds: seconds,
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** What a listener is known by. */
export interface Listener {
  /** Null for somebody without an account. */
  userId: string | null;
  /** A hash of address and browser that is another one the next day. */
  deviceKey: string;
}
