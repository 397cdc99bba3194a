export type Place = readonly [x: number, y: number, z: number];

/** How much the camera sees from top to bottom. */
export const FIELD_DEGREES = 46;
/** The whole galaxy fits into −1 … 1. */
const FAR_AWAY = 8;
const VERY_NEAR = 0.04;
/** Never quite over a pole, where up has no direction. */
const STEEPEST = Math.PI / 2 - 0.05;
const FLIGHT_SECONDS = 1.1;
/** How fast what is seen follows the hand: the share of the way that is left after a second. */
const LEFT_AFTER_SECOND = 1e-5;
const STILL = 1e-4;

interface Pose {
  x: number;
  y: number;
  z: number;
  yaw: number;
  pitch: number;
  distance: number;
}

const START: Pose = { x: 0, y: 0, z: 0, yaw: 0.55, pitch: 0.32, distance: 2.2 };
const NAMES = ["x", "y", "z", "yaw", "pitch", "distance"] as const;

const eased = (share: number) => (share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2);

/** A camera that looks at a place and goes round it; the place can be moved, and flown to. Radians and units of the galaxy. */
export class CameraRig {
  /** What is seen. */
  readonly now: Pose = { ...START };
  readonly #wanted: Pose = { ...START };
  readonly #from: Pose = { ...START };
  /** Share of the flight that is behind us; 1 for none. */
  #flown = 1;
  #rise = 0;
  /** Jumps instead of moving. */
  isStill = false;

  orbit(yaw: number, pitch: number): void {
    this.#land();
    this.#wanted.yaw += yaw;
    this.#wanted.pitch = Math.max(-STEEPEST, Math.min(STEEPEST, this.#wanted.pitch + pitch));
  }

  /** Nearer (above 1) or farther away. */
  zoom(factor: number): void {
    this.#land();
    this.#wanted.distance = Math.max(VERY_NEAR, Math.min(FAR_AWAY, this.#wanted.distance / factor));
  }

  /** Moves what is looked at along the axes of the picture. */
  move(right: number, up: number, forward: number): void {
    this.#land();
    const { yaw, pitch } = this.now;
    const [sinYaw, cosYaw, sinPitch, cosPitch] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)];
    const wanted = this.#wanted;
    wanted.x += right * cosYaw - up * sinYaw * sinPitch - forward * sinYaw * cosPitch;
    wanted.y += up * cosPitch - forward * sinPitch;
    wanted.z += -right * sinYaw - up * cosYaw * sinPitch - forward * cosYaw * cosPitch;
    for (const name of ["x", "y", "z"] as const) wanted[name] = Math.max(-1.5, Math.min(1.5, wanted[name]));
  }

  flyTo([x, y, z]: Place, distance: number): void {
    Object.assign(this.#from, this.now);
    Object.assign(this.#wanted, { x, y, z, distance: Math.max(VERY_NEAR, Math.min(FAR_AWAY, distance)) });
    // Over a long way it goes up in between, so that one sees where it leads.
    const way = Math.hypot(x - this.now.x, y - this.now.y, z - this.now.z);
    this.#rise = Math.min(0.9, way * 0.55);
    this.#flown = 0;
  }

  /** The whole from where one began. */
  overview(): void {
    this.flyTo([0, 0, 0], START.distance);
    Object.assign(this.#wanted, { yaw: START.yaw, pitch: START.pitch });
  }

  /** Comes to the overview from far away. */
  enter(): void {
    Object.assign(this.now, START, { yaw: START.yaw - 0.7, distance: START.distance * 1.7 });
    this.overview();
  }

  /** Goes on by so much time. False when it has come to rest. */
  update(deltaSeconds: number): boolean {
    if (this.isStill) {
      const hasMoved = NAMES.some((name) => this.now[name] !== this.#wanted[name]);
      Object.assign(this.now, this.#wanted);
      this.#flown = 1;
      return hasMoved;
    }
    if (this.#flown < 1) {
      this.#flown = Math.min(1, this.#flown + deltaSeconds / FLIGHT_SECONDS);
      const share = eased(this.#flown);
      for (const name of NAMES) this.now[name] = this.#from[name] + (this.#wanted[name] - this.#from[name]) * share;
      this.now.distance += this.#rise * Math.sin(Math.PI * share);
      return true;
    }
    const share = 1 - LEFT_AFTER_SECOND ** deltaSeconds;
    let isMoving = false;
    for (const name of NAMES) {
      const left = this.#wanted[name] - this.now[name];
      if (Math.abs(left) > STILL * (name === "distance" ? this.now.distance : 1)) isMoving = true;
      this.now[name] += isMoving ? left * share : left;
    }
    return isMoving;
  }

  /** Where the camera stands. */
  eye(): Place {
    const { x, y, z, yaw, pitch, distance } = this.now;
    return [
      x + distance * Math.sin(yaw) * Math.cos(pitch),
      y + distance * Math.sin(pitch),
      z + distance * Math.cos(yaw) * Math.cos(pitch),
    ];
  }

  /** A hand on the camera ends a flight where it is. */
  #land(): void {
    if (this.#flown >= 1) return;
    this.#flown = 1;
    Object.assign(this.#wanted, this.now);
  }
}
