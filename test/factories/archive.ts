import { crc32, deflateRawSync } from 'node:zlib';

/** What an archive may say of an entry that is not so. */
export interface EntryLies {
  flags?: number;
  method?: number;
  crc32?: number;
  unpacked?: number;
  /** Name where the content stands, if not that of the directory. */
  localName?: string;
}

export interface Entry {
  name: string;
  content: string | Buffer;
  lies?: EntryLies;
}

/** A zip archive with these files. `counted` is how many its end says there are. */
export function zipOf(entries: Record<string, string | Buffer> | readonly Entry[], counted?: number): Buffer {
  const list = Array.isArray(entries)
    ? (entries as readonly Entry[])
    : Object.entries(entries as Record<string, string | Buffer>).map(([name, content]) => ({ name, content }));
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, lies = {} } of list as readonly Entry[]) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const described = Buffer.alloc(26);
    described.writeUInt16LE(20, 0);
    described.writeUInt16LE(lies.flags ?? 0, 2);
    described.writeUInt16LE(lies.method ?? 8, 4);
    described.writeUInt32LE(lies.crc32 ?? crc32(bytes), 10);
    described.writeUInt32LE(packed.length, 14);
    described.writeUInt32LE(lies.unpacked ?? bytes.length, 18);
    const localName = Buffer.from(lies.localName ?? name);
    described.writeUInt16LE(localName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), described, localName, packed]);
    contents.push(local);
    described.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), described, rest, Buffer.from(name));
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(counted ?? list.length, 8);
  end.writeUInt16LE(counted ?? list.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...contents, listed, end]);
}
