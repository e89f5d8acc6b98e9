// The build bundles the core as a program of its own and gives its path here.
import corePath from '../core/index.ts?modulePath';

export const CORE_MODULE: string = corePath;
