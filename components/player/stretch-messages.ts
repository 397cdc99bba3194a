import type { TimeStretch } from "@/lib/dsp/transform/time-stretch";

export interface StretchOrder {
  id: number;
  channels: Float32Array[];
  options: TimeStretch;
}

export interface StretchAnswer {
  id: number;
  channels: Float32Array[];
}
