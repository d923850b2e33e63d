/** Something that an operator should look at. Holds names and numbers, no argument and no secret. */
export interface Alert {
  /** The same for what is the same matter: it is not reported again and again. */
  readonly key: string;
  readonly text: string;
}
