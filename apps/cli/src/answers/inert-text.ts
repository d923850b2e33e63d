// C1 controls and the marks that turn the direction of text; JSON itself escapes the other controls.
const STEERING = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
// Ends of lines and tabs stay.
const CONTROLS = /[^\P{Cc}\t\r\n]/gu;

/** The same JSON, in which nothing steers the terminal that shows it. */
export function inertJson(json: string): string {
  return json.replaceAll(STEERING, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text without what steers a terminal. */
export function inertText(text: string): string {
  return text.replaceAll(STEERING, '').replaceAll(CONTROLS, '');
}
