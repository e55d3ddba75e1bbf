/** Bytes → text, whatever wrote them: UTF-8 and UTF-16 with and without byte order mark, windows-1252, windows-1251, Mac Roman, or what the file declares. */
import { decode1252 } from './windows-1252.ts';

/** A text with the name of the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const LOOSE_UTF8 = new TextDecoder('utf-8');
const MAC_ROMAN = new TextDecoder('macintosh');
const WINDOWS_1251 = new TextDecoder('windows-1251');

/** Text of a file. `declared` is the encoding that the file itself names (a meta tag), used where the bytes leave a choice. Null means it is no text. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded | null {
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  const wide = guessWide(bytes);
  if (wide) return { text: decodeWide(bytes, wide === 'utf-16be'), encoding: wide };
  if (isBinary(bytes)) return null;
  try {
    return { text: UTF8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return decodeLegacy(bytes, declared);
  }
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: LOOSE_UTF8.decode(bytes.subarray(3)), encoding: 'utf-8' };
  if (a === 0xff && b === 0xfe) return { text: decodeWide(bytes.subarray(2), false), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: decodeWide(bytes.subarray(2), true), encoding: 'utf-16be' };
  return null;
}

/** In UTF-16 without a mark nearly every second byte of a Western text is zero. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 1024);
  if (head.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = head.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function decodeWide(bytes: Uint8Array, isBigEndian: boolean): string {
  const buffer = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return (isBigEndian ? buffer.swap16() : buffer).toString('utf16le');
}

/** Text has no NUL and next to no control characters in its first 4 KB. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++;
  }
  return controls > head.length / 50;
}

function decodeLegacy(bytes: Uint8Array, declared: string | null): Decoded {
  const name = declared?.toLowerCase() ?? '';
  if (/^(utf-?8)$/.test(name) || isNearlyUtf8(bytes)) return { text: LOOSE_UTF8.decode(bytes), encoding: 'utf-8 with faults' };
  if (name === '' && looksMacRoman(bytes)) return { text: MAC_ROMAN.decode(bytes), encoding: 'macintosh' };
  if (/1251|cyrillic/.test(name) || (name === '' && looksCyrillic(bytes)))
    return { text: WINDOWS_1251.decode(bytes), encoding: 'windows-1251' };
  if (name !== '' && !/1252|8859-1$|latin-?1|ascii/.test(name)) {
    try {
      return { text: new TextDecoder(name).decode(bytes), encoding: name };
    } catch {
      // An encoding nobody knows: read as the one that most such pages are in.
    }
  }
  return { text: decode1252(bytes), encoding: 'windows-1252' };
}

/** One broken byte in a long UTF-8 file must not turn all its quotation marks into debris. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let k = 0;
    while (k < length && ((bytes[i + k + 1] ?? 0) & 0xc0) === 0x80) k++;
    if (length > 0 && k === length) sound++;
    else broken++;
    i += k;
  }
  return sound > broken * 4;
}

/** Curly marks are 0xD2 and 0xD3 in Mac Roman; in windows-1252 those are Ò and Ó, which open no word before a small letter as a pair does. */
function looksMacRoman(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200_000)).toString('latin1');
  if (/[\x93\x94\x84\xab\xbb]/.test(text)) return false;
  const opening = text.match(/(?<=^|[\s,;"(])\xd2(?=[A-Za-z])/g)?.length ?? 0;
  const closing = text.match(/(?<=[A-Za-z.,!?])\xd3(?=[\s.,;")]|$)/g)?.length ?? 0;
  return opening > 0 && closing > 0;
}

/** In windows-1251 Russian letters fill 0xC0–0xFF in runs; in windows-1252 accented letters stand alone. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let letters = 0;
  let pairs = 0;
  for (let i = 0; i < bytes.length && letters < 4000; i++) {
    if ((bytes[i] ?? 0) < 0xc0) continue;
    letters++;
    if ((bytes[i + 1] ?? 0) >= 0xc0) pairs++;
  }
  return letters > 20 && pairs > letters * 0.6;
}
