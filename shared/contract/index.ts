import type { z } from 'zod';
import { charges } from './charges.ts';
import { closing } from './closing.ts';
import type { MethodSpec, Reply, ViewSpec } from './define.ts';
import { manager } from './manager.ts';
import { reportFiles } from './exports.ts';
import { mainPort } from './main-port.ts';
import { people } from './people.ts';
import { personalData } from './personal-data.ts';
import { programs } from './programs.ts';
import { printing } from './printing.ts';
import { reports } from './reports.ts';
import { session } from './session.ts';
import { shop } from './shop.ts';
import { views } from './views.ts';

/** The whole wire between the windows, main and the core. Types, validation, client and server derive from it. */
export const contract = {
  ...charges,
  ...session,
  ...closing,
  ...mainPort,
  ...manager,
  ...people,
  ...personalData,
  ...printing,
  ...programs,
  ...reportFiles,
  ...reports,
  ...shop,
  ...views,
} as const;

type Contract = typeof contract;
export type MethodName = {
  [K in keyof Contract]: Contract[K] extends MethodSpec ? K : never;
}[keyof Contract];
export type ViewName = { [K in keyof Contract]: Contract[K] extends ViewSpec ? K : never }[keyof Contract];

export type Input<M extends MethodName> = z.infer<Contract[M]['input']>;
export type Output<M extends MethodName> = z.infer<Contract[M]['output']>;
export type ErrorCode<M extends MethodName> = Contract[M]['errors'][number];
/** The pages that a method is for. */
export type RoleOf<M extends MethodName> = Contract[M]['roles'][number];
/** The codes that a method itself returns after its needs were met. */
export type OwnError<M extends MethodName> = Contract[M]['ownErrors'][number];
export type ReplyOf<M extends MethodName> = Reply<Output<M>, ErrorCode<M>>;
export type Payload<V extends ViewName> = z.infer<Contract[V]['payload']>;
export type Ack<V extends ViewName> = Contract[V] extends ViewSpec<z.ZodType, infer A> ? z.infer<A> : never;
