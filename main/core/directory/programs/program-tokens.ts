import { createHash, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { CLIENT_NAME } from '../../../../shared/domain/ledger-event/by.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Cancel, Clock } from '../../../../shared/kernel/time.ts';
import { readFirstToken, type FirstToken } from './first-token.ts';
import { readPrivateFile, writePrivateFile } from '../../ledger/private-file.ts';

/** A program of the shop that may use the local API. */
export interface Program {
  /** The first part of its token, which is no secret. Null for the first token, which has no name. */
  readonly id: string | null;
  readonly name: string | null;
  /** Epoch ms. */
  readonly createdAt: number;
  /** The SHA-256 of its token. Proofs are made with it. */
  readonly key: Buffer;
}

/** The tokens of the local API, one for each program. */
export interface ProgramTokens {
  /** The file of the first token, which needs no name. */
  readonly firstFile: string;
  /** Returns the first token, then the named ones, oldest first. */
  all(): readonly Program[];
  /** Returns the program whose token an `Authorization` header carries, or null. */
  opens(authorization: string | undefined): Program | null;
  /** Makes a token for a program. Returns the token, which is stored nowhere. Throws the file system's error. */
  create(name: string): Result<{ readonly id: string; readonly token: string }, CreateError>;
  /** Removes the token of a program. Null makes the first token anew. False without such a program. Throws the file system's error. */
  revoke(id: string | null): boolean;
  /** Calls `listener` after a token was revoked. */
  onRevoked(listener: () => void): Cancel;
}

/** Why a token was not made. */
type CreateError = 'program-name-taken' | 'too-many-programs';

/** More programs than a till has. */
const MOST_PROGRAMS = 32;
const ID_BYTES = 4;
const SECRET_BYTES = 32;

const Stored = z.object({
  programs: z.array(
    z.object({
      id: z.string().regex(/^[0-9a-f]{8}$/),
      name: z.string().regex(CLIENT_NAME),
      createdAt: z.int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** Reads the tokens of a data folder. If the first one is missing or damaged, makes a new one. Throws the file system's error. */
export function openProgramTokens(dataDir: string, random: Random, clock: Clock): ProgramTokens {
  const file = join(dataDir, 'api-programs.json');
  const secret = (bytes: number): Buffer => Buffer.from(random.bytes(bytes));
  const first: FirstToken = readFirstToken(join(dataDir, 'api-token'), () =>
    secret(SECRET_BYTES).toString('base64url'),
  );
  const listeners = new Set<() => void>();
  let named = readNamed(file);

  const store = (next: readonly Program[]): void => {
    const programs = next.map(({ id, name, createdAt, key }) => ({
      id,
      name,
      createdAt,
      sha256: key.toString('hex'),
    }));
    writePrivateFile(file, `${JSON.stringify({ programs }, null, 2)}\n`);
    named = next;
  };
  const all = (): readonly Program[] => [
    { id: null, name: null, createdAt: first.createdAt(), key: digest(first.token()) },
    ...named,
  ];

  return {
    firstFile: first.file,
    all,
    opens(authorization) {
      const given = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
      if (given === undefined) return null;
      const key = digest(given);
      // Compares digests, which have one length, so that neither the length nor the time reveals anything about a token.
      return all().find((program) => timingSafeEqual(program.key, key)) ?? null;
    },
    create(name) {
      const isTaken = named.some((each) => each.name?.toLowerCase() === name.toLowerCase());
      if (isTaken) return err('program-name-taken');
      if (named.length >= MOST_PROGRAMS) return err('too-many-programs');
      const id = secret(ID_BYTES).toString('hex');
      const token = `${id}.${secret(SECRET_BYTES).toString('base64url')}`;
      const program = { id, name, createdAt: clock.now(), key: digest(token) };
      store([...named, program]);
      return ok({ id, token });
    },
    revoke(id) {
      if (id === null) first.replace();
      else if (!named.some((each) => each.id === id)) return false;
      else store(named.filter((each) => each.id !== id));
      for (const listener of listeners) listener();
      return true;
    },
    onRevoked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A file that is damaged or foreign holds no token. */
function readNamed(file: string): readonly Program[] {
  const text = readPrivateFile(file);
  if (text === null) return [];
  const parsed = Stored.safeParse(parseJson(text));
  if (!parsed.success) return [];
  return parsed.data.programs.map(({ sha256, ...rest }) => ({ ...rest, key: Buffer.from(sha256, 'hex') }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
