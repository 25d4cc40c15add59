/**
 * Which code and model made the stored analyses; another number makes every article be analysed anew. Raise it with every
 * change to what extraction finds.
 */
export const EXTRACTION_VERSION = 7
