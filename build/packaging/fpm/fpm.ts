#!/usr/bin/env node
import { buildDeb } from './build-deb.ts';
import { readFpmArguments } from './read-arguments.ts';

/*
 * Takes the place of fpm, the program of the packager for packages of Linux, which comes from GitHub alone. The packager starts it
 * by CUSTOM_FPM_PATH with fpm's arguments.
 */
const order = readFpmArguments(process.argv.slice(2));
if (order.format !== 'deb') throw new Error(`no package of the kind ${order.format} is made here`);
await buildDeb(order);
