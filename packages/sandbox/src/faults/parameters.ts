/** @throws RangeError unless `text` is a whole number within the limits; `otherwise` stands for an absent one. */
export function wholeNumber(
  text: string | undefined,
  limits: { min: number; max: number; otherwise?: number },
): number {
  const value = text === undefined ? limits.otherwise : /^\d+$/.test(text) ? Number(text) : undefined;
  if (value === undefined || value < limits.min || value > limits.max) {
    throw new RangeError(`a whole number from ${limits.min} to ${limits.max} is needed`);
  }
  return value;
}

/** @throws RangeError unless `text` is one of `choices`; `otherwise` stands for an absent one. */
export function oneOf<Choice extends string>(
  text: string | undefined,
  choices: readonly Choice[],
  otherwise?: Choice,
): Choice {
  const choice = text === undefined ? otherwise : choices.find((candidate) => candidate === text);
  if (choice === undefined) throw new RangeError(`one of ${choices.join(', ')} is needed`);
  return choice;
}
