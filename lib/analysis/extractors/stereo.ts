import { type Stereo, stereoValue } from "@/lib/analysis/record/values/stereo";
import { StereoMeter } from "@/lib/dsp/level/stereo-image";
import { msg } from "@/lib/language/text";
import type { Listener } from "./listener";
import { absent, type Measured, measured, silent } from "./measured";
import { valueStep } from "./step";

/** The stereo image of the first two channels, which are the front pair in every layout. */
class StereoListener implements Listener {
  private readonly meter = new StereoMeter();

  constructor(private readonly channels: number) {}

  onSignal(channels: Float32Array[], _mono: Float32Array, length: number): void {
    const [left, right] = channels;
    if (left && right) this.meter.add(left, right, length);
  }

  finish(): Measured<Stereo> {
    if (this.channels < 2) return absent("mono", msg("The file has one channel, so there is no stereo image."));
    const image = this.meter.finish();
    return image ? measured({ ...image, confidence: 1 }) : silent();
  }
}

export const stereoStep = valueStep(stereoValue, {
  listen: ({ channels }) => new StereoListener(channels),
  compute: ({ heard }) => heard.finish(),
});
