import write, { type Sheet } from "write-excel-file/universal";

export type { SheetData } from "write-excel-file/universal";

/** A workbook (.xlsx) of these sheets. */
export function writeWorkbook(sheets: Sheet<Blob>[]): Promise<Blob> {
  return write(sheets).toBlob();
}
