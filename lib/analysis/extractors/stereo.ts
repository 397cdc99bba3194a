import type { Stereo } from "@/lib/analysis/record/schema";
import { StereoMeter } from "@/lib/dsp/level/stereo-image";
import { absent, type Measured, measured } from "./extractor";

/** The picture between the first two channels, which are the front pair in every layout. */
export class StereoExtractor {
  private readonly meter = new StereoMeter();

  constructor(private readonly channels: number) {}

  push(channels: Float32Array[], length: number): void {
    const [left, right] = channels;
    if (left && right) this.meter.add(left, right, length);
  }

  finish(): Measured<Stereo> {
    if (this.channels < 2) return absent("mono", "The file has one channel, so there is no stereo image.");
    const image = this.meter.finish();
    return image ? measured({ ...image, confidence: 1 }) : absent("silence", "The file is silent.");
  }
}
