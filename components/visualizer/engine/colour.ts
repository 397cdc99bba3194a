/** Red, green and blue in linear light, 0 … 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

const GREY: Rgb = [0.2, 0.2, 0.2];
const FUNCTION = /^([a-z]+)\(([^)]*)\)$/;

/** A CSS colour: hex, `rgb`, `hsl`, `oklch` or `color(srgb …)`, without its alpha. What is none of these becomes grey. */
export function parseColour(css: string): Rgb {
  const text = css.trim().toLowerCase();
  if (text.startsWith("#")) return parseHex(text.slice(1));
  const [, name = "", inside = ""] = FUNCTION.exec(text) ?? [];
  const words = (inside.split("/")[0] ?? "").split(/[\s,]+/).filter(Boolean);
  const numbers = words.filter((word) => /^[-+.\d]/.test(word));
  const [a = 0, b = 0, c = 0] = numbers.map((word) => Number.parseFloat(word) * (word.endsWith("%") ? 0.01 : 1));
  if (numbers.length < 3) return GREY;
  if (name.startsWith("rgb")) return numbers[0]?.endsWith("%") ? linear(a, b, c) : linear(a / 255, b / 255, c / 255);
  if (name.startsWith("hsl")) return fromHsl(a, b, c);
  if (name === "oklch") return fromOklch(a, b, c);
  return name === "color" ? linear(a, b, c) : GREY;
}

/** A colour by lightness 0 … 1, chroma (about 0 … 0.3) and hue in degrees, cut to what screens show. Ottosson 2020. */
export function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The hue of a pitch class, as on the sample's page: neighbours on the circle of fifths get similar hues. */
export function hueOfPitchClass(pitchClass: number): number {
  return ((((pitchClass * 7) % 12) + 12) % 12) * 30;
}

/** How bright a colour is to the eye, 0 … 1. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Between two colours, in linear light. */
export function mixColours(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((i) => (from[i] ?? 0) + ((to[i] ?? 0) - (from[i] ?? 0)) * share) as unknown as Rgb;
}

/** `rgb(… / alpha)` for a canvas. */
export function cssColour(colour: Rgb, alpha = 1): string {
  const [red, green, blue] = colour.map((value) => Math.round(255 * encode(value)));
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

function parseHex(digits: string): Rgb {
  const wide = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const value = Number.parseInt(wide.slice(0, 6), 16);
  return Number.isNaN(value) ? GREY : linear((value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (offset: number) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return linear(channel(0), channel(8), channel(4));
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const decode = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encode = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
const linear = (red: number, green: number, blue: number): Rgb => [
  decode(clamp(red)),
  decode(clamp(green)),
  decode(clamp(blue)),
];
