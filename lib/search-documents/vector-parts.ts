/**
 * The parts of a vector in their order, each with its number of dimensions. Apart from how a vector is stored: pages know
 * the parts, and would load a Buffer for the rest.
 */
export const VECTOR_PARTS = { timbre: 40, rhythm: 32, harmony: 24 } as const;
