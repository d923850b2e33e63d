/** Work that one process does for all, and when it is due again. */
export interface TurnTable {
  name: string;
  due_at: number;
}
