/**
 * MPEG-2 Layer III, mono, 16 kHz, 8 kbit/s: four bytes of header, then side information and data that are all zero,
 * which is silence.
 */
const HEADER = [0xff, 0xf3, 0x18, 0xc4];
const FRAME_BYTES = 36;
const FRAME_S = 576 / 16_000;

/** A valid MP3 of so many seconds of silence. */
export function silentMp3(seconds: number): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set(HEADER);
  return Buffer.concat(Array.from({ length: Math.max(1, Math.round(seconds / FRAME_S)) }, () => frame));
}

/** As the API sends files: base64 with a space here and there, between quotes that belong to the value. */
export function quotedBase64(file: Buffer): string {
  const lines = file.toString('base64').match(/.{1,76}/g) ?? [];
  return `"${lines.join(' ')}"`;
}
