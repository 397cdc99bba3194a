import { SeededRandom } from "@/bench/statistics/seeded-random";
import { ZipfRanks } from "./distributions";

/** What people put before or behind the name of an instrument, the most common first. */
export const DESCRIPTORS = wordsOf(`
  Hard Soft Deep Tight Dark Big Warm Dry Wet Dirty Clean Short Long Analog Lofi Fat Vinyl Punchy Vintage Low
  High Sub Crunchy Airy Room Tape Layered Reverse Distorted Filtered Open Closed Processed Raw Sweet Snappy
  Heavy Bright Mellow Metal Wood Glass Plucky Muted Wide Mono Stereo Ghost Trippy Rubber Gated Sidechained
  Sustained Staccato Legato Breathy Shaky Rolling Broken Swung Straight Triplet Halftime Bouncy Growly Acid
  Detuned Chorus Phased Granular Frozen Saturated Bitcrushed Overdriven Velvet Dusty Rusty Cosmic Liquid
  Hollow Nasal Silky Grainy Hissy Boomy Clicky Woody Brittle Smoky Foggy Neon Retro Modern Classic Jungle
  Garage Industrial Tribal Latin Oriental Nordic Urban Minimal Epic
`);

export const GERMAN_DESCRIPTORS = wordsOf(`
  trocken tief hart weich dunkel hell groß kurz lang schön übersteuert höher gedämpft fröhlich müde süß kühl
  spät früh rückwärts
`);

export const PACK_ADJECTIVES = wordsOf(`
  Deep Analog Midnight Dusty Neon Ultimate Essential Vintage Modern Cinematic Organic Electric Lost Hidden
  Golden Broken Velvet Crystal Urban Cosmic Raw Pure Secret Frozen Burning Silent Endless Tropical Nordic
  Modular
`);

export const PACK_NOUNS = phrasesOf(`
  House, Techno, Trap, Drums, Breaks, Beats, Grooves, Loops, Essentials, Textures, Soundscapes, Synths, Keys,
  Vocals, Percussion, Foley, Basslines, Toolkit, Collection, Sessions, Tapes, Dub, Soul, Funk, Jazz, Ambient,
  Garage, Jungle, Lofi, Electro, Trance, Chords, Guitars, Strings, Orchestra, Impacts, Risers, Atmospheres,
  Field Recordings, Kit
`);

export const TITLE_WORDS = wordsOf(`
  night love sun time rain light home dream sea city summer fire blue heart drive moon dance winter river road
  sky gold morning ghost shadow echo train garden window stars water stone island letter mirror ocean storm
  paper silver wolf bird glass tower desert bridge forest cloud velvet signal radio Nacht Liebe Sommer Zeit
  Herz Meer Frühling Glück Träume Straße Schnee Wärme Café mañana corazón lumière été rêve noche señora
`);

export const TITLE_ENDINGS = phrasesOf(`
  final, final mix, rough, demo, v2, v3, master, instrumental, bounce, rework, edit, live, extended,
  unplugged, Rohmix, Skizze, remix, alt, no vox, idea
`);

export const FIRST_NAMES = wordsOf(`
  Mara Jonas Lea Tomás Søren Anaïs Kofi Yuki Priya Björn Elif Noah Zoë Iván Jürgen Chloé Ada Milo Inés Olu
`);

/** What people tag by hand, the most common first. */
export const OWN_TAGS = phrasesOf(`
  todo, lofi, favorite drums, for album, wet, dry, client, cleared, ambient set, live set, sub, top loop,
  fill, layering, needs eq, resample, vinyl, tape, session 3, sketch, hook, verse, bridge, intro, outro,
  transition, sad, dreamy, film, podcast, mono, field, kitchen, weird, glitch, texture, one take, boutique,
  übergang, küche
`);

export const FILE_GENRES = phrasesOf(`
  House, Techno, Hip-Hop, Drum & Bass, Ambient, Pop, Rock, Jazz, Trap, Lo-Fi, Electronic, Cinematic, Funk,
  Soul, Reggae, Folk, Classical, Trance, Metal, World
`);

const SYLLABLES = wordsOf(`
  ka lo mi ra ve no ta shi dor len mar quel zi bra fen os ul tra pi sol né vor hül gam ey ston ri xa bel cy
`);
const MADE_UP_WORDS = 20_000;

/** Names that nobody has heard of, as artists and packs have: twenty thousand, some used often and most hardly ever. */
export const MADE_UP: readonly string[] = madeUpWords();
export const madeUpRanks = new ZipfRanks(MADE_UP_WORDS, 1.05, 20);

function madeUpWords(): string[] {
  const random = new SeededRandom(1);
  const words = new Set<string>();
  while (words.size < MADE_UP_WORDS) {
    const word = Array.from({ length: random.whole(2, 4) }, () => random.pick(SYLLABLES)).join("");
    words.add(`${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  }
  return [...words];
}

export const descriptorRanks = new ZipfRanks(DESCRIPTORS.length, 0.9, 2);
export const titleRanks = new ZipfRanks(TITLE_WORDS.length, 0.8, 3);
export const ownTagRanks = new ZipfRanks(OWN_TAGS.length, 1, 2);

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** What stands between commas. */
function phrasesOf(text: string): string[] {
  return text.split(",").map((phrase) => phrase.trim().replaceAll(/\s+/g, " "));
}
