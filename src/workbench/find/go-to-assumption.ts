/**
 * Brings the reader to an assumption: opens the table, and puts the focus into the field of its central value.
 * @returns false where the page has no such row
 */
export function goToAssumption(document: Document, id: string): boolean {
  const row = [...document.querySelectorAll<HTMLElement>("tr[data-assumption]")].find(
    (row) => row.dataset.assumption === id,
  );
  // Low, central, high: the second.
  const central = row?.querySelectorAll<HTMLInputElement>("input")[1];
  if (!row || !central) return false;
  const table = row.closest("details");
  if (table) table.open = true;
  row.scrollIntoView?.({ block: "center" });
  central.focus({ preventScroll: true });
  return true;
}
