import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** The number and the hash of a ledger's row. The hash covers all rows up to this one. */
export interface Head {
  /** The hash of the ledger's first row, hexadecimal. */
  readonly ledgerId: string;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** Signs heads with the key of the keychain. */
export interface HeadSigner {
  /** Ed25519, 32 bytes, hexadecimal. */
  readonly publicKey: string;
  /** Returns the signature, base64. */
  sign(head: Head): string;
}

// The DER forms of RFC 8410 around the 32 bytes of a key.
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** Creates the signer of a private key of 32 bytes, base64. */
export function createHeadSigner(signingKey: string): HeadSigner {
  const der = Buffer.concat([PRIVATE, Buffer.from(signingKey, 'base64')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const exported = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: exported.subarray(PUBLIC.length).toString('hex'),
    sign: (head) => sign(null, textOf(head), key).toString('base64'),
  };
}

/** True if the signature of a head is of this public key. */
export function isSignedBy(publicKey: string, head: Head, signature: string): boolean {
  let key: KeyObject;
  try {
    const der = Buffer.concat([PUBLIC, Buffer.from(publicKey, 'hex')]);
    key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    // Not the bytes of a key.
    return false;
  }
  return verify(null, textOf(head), key, Buffer.from(signature, 'base64'));
}

function textOf({ ledgerId, seq, hash }: Head): Buffer {
  return Buffer.from(`balcao-head:1:${ledgerId}:${seq}:${hash}`);
}
