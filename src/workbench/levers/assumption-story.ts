/** What the page tells of an assumption beyond what the model needs. */
export interface AssumptionStory {
  reason: string;
  note: string;
  source_id: string;
  locator: string;
}
