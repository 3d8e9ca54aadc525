/** A text without case and accents, by which names are compared: "São Paulo" is "sao paulo". */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
