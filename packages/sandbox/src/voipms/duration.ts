/** `hh:mm:ss`. */
export function hoursText(seconds: number): string {
  return text([Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]);
}

/** `mm:ss`, however many minutes there are. */
export function minutesText(seconds: number): string {
  return text([Math.floor(seconds / 60), seconds % 60]);
}

function text(parts: readonly number[]): string {
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
