/** The slope of the straight line that is nearest to `heights`, which stand one `step` apart: by least squares. */
export function slopeOf(heights: readonly number[], step: number): number {
  const middle = (heights.length - 1) / 2;
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  const weight = heights.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return heights.reduce((sum, height, index) => sum + (index - middle) * (height - mean), 0) / weight / step;
}
