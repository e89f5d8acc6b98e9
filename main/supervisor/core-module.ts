// The build bundles the core as another program and gives its path here.
import corePath from '../core/index.ts?modulePath';

export const CORE_MODULE: string = corePath;
