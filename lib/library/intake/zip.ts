import { goOn, Refusal } from './refusal';

/** A .docx with a thousand pictures has some two thousand entries. */
const MOST_ENTRIES = 10_000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LONGEST_COMMENT = 0xffff;

/** Where an entry of an archive lies. Sizes are what the archive says, and nothing is made to measure after them. */
interface Entry {
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  at: number;
}

/** A zip archive that is opened entry by entry, each only as far as it is allowed. */
export interface Archive {
  has(name: string): boolean;
  /**
   * The bytes of an entry, null when there is none of that name.
   * @throws Refusal 'bomb' when all that was read of the archive exceeds its ceiling, 'broken_file' when it is damaged.
   */
  read(name: string, signal: AbortSignal): Promise<Uint8Array | null>;
}

/**
 * Opens a zip archive. The browser's own decompression hands the bytes over in small pieces, which are counted as they
 * come: what the archive says of its sizes is never believed. `ceiling` is the most bytes that all reads together may give.
 *
 * @throws Refusal
 */
export function openZip(bytes: Uint8Array, ceiling: number): Archive {
  const entries = directoryOf(bytes);
  let left = ceiling;
  return {
    has: (name) => entries.has(name),
    async read(name, signal) {
      const entry = entries.get(name);
      if (!entry) return null;
      const pieces: Uint8Array[] = [];
      let length = 0;
      let crc = 0;
      for await (const piece of unpack(packedOf(bytes, entry), entry.method)) {
        goOn(signal);
        left -= piece.length;
        if (left < 0) throw new Refusal('bomb');
        crc = crc32(piece, crc);
        length += piece.length;
        pieces.push(piece);
      }
      // A changed byte could be a changed figure.
      if (crc !== entry.crc) throw new Refusal('broken_file');
      const whole = new Uint8Array(length);
      let at = 0;
      for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
  };
}

function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < first) throw new Refusal('broken_file');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new Refusal('bomb');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Refusal('broken_file');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name.replaceAll('\\', '/'), {
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packedOf(bytes: Uint8Array, { at, packed, method, encrypted }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isHere = at + 30 <= bytes.length && view.getUint32(at, true) === LOCAL_ENTRY;
  if (!isHere || encrypted || (method !== 0 && method !== 8)) throw new Refusal('broken_file');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new Refusal('broken_file');
  return bytes.subarray(start, start + packed);
}

async function* unpack(packed: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method === 0) return yield packed;
  const stream = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Refusal('broken_file');
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Nothing more is inflated once nobody reads.
    reader.cancel().catch(() => {});
  }
}

let table: Uint32Array | null = null;

/** The checksum of ISO 3309, as zip has it; goes on from that of the bytes before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  let rest = ~before;
  for (let i = 0; i < bytes.length; i++) rest = table[(rest ^ bytes[i]!) & 0xff]! ^ (rest >>> 8);
  return ~rest >>> 0;
}
