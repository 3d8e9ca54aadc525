/** Value of a choice in the address that leaves nothing out: any audience, any document. */
export const any = "any";
